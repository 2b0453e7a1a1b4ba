import type { LanguageData } from '../core/language.ts';
import { readFileSync, existsSync } from 'node:fs';
const dets: any={en:'the a an'.split(' '),de:'der die das den dem ein eine einer'.split(' '),ar:[],fr:"le la les l' un une".split(' '),es:'el la los las un una'.split(' '),ru:[]};
export const languages: readonly LanguageData[] = ['ar','en','de','fr','es','ru'].flatMap((l) => { const p=`/work/main/server/languages/${l}.json`; if(!existsSync(p)) return []; const j=JSON.parse(readFileSync(p,'utf8')); j.speakers.determiners??=dets[l]; j.speakers.pronouns=j.speakers.pronouns.filter((x:string)=>!['i','we','you','أنا','نحن','أنت','أنتم'].includes(x)); if(l==='de') j.cues.phrases.push({text:'so',speaker:'after'}); return [j]; });
