import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, defaultSettings, type Span } from '../../server/index.ts';

/** What is expected of one quotation: its status, its cue, its speaker, and from where the speaker is carried. */
type Expected = readonly [status: string, cue: string | null, speaker: string | null, from?: string];

interface Case {
  readonly language: string;
  readonly about: string;
  readonly text: string;
  readonly quotations: readonly Expected[];
}

const cases: readonly Case[] = [
  {
    language: 'ar',
    about: 'a verb without a subject carries the speaker on',
    text: 'وقال وزير الصحة سامي الحداد: “ننتظر الدواء منذ شهر كامل”.\n\nوأضاف: “لم نكن نعرف متى يصل”. وتابع قائلا: “سنوزعه على الفور”.',
    quotations: [
      ['named', 'وقال', 'وزير الصحة سامي الحداد'],
      ['carried', 'وأضاف', null, 'وزير الصحة سامي الحداد'],
      ['carried', 'قائلا', null, 'وزير الصحة سامي الحداد'],
    ],
  },
  {
    language: 'ar',
    about: 'a participle has the subject of the first verb, and no object',
    text: 'دافع وزير الصحة سامي الحداد عن القرار قائلا إنه “متوازن”.',
    quotations: [['named', 'قائلا', 'وزير الصحة سامي الحداد']],
  },
  {
    language: 'ar',
    about: 'whom a verb takes up again',
    text: 'أما مديرة المرفأ ليلى منصور فقالت: “سنكون جاهزين في الصباح”.',
    quotations: [['named', 'فقالت', 'مديرة المرفأ ليلى منصور']],
  },
  {
    language: 'ar',
    about: 'a noun with a preposition joined to it is spoken to',
    text: 'وقال لصحيفة “الميناء”: “سنكون جاهزين في الصباح الباكر”.',
    quotations: [
      ['not-needed', null, null],
      ['carried', 'وقال', null],
    ],
  },
  {
    language: 'ar',
    about: 'names in quotation marks are nobody’s words',
    text: 'وأعلنت شركة “البحر الأزرق” أن سفينة “النجمة” وصلت إلى ميناء “الفجر”.',
    quotations: [
      ['not-needed', null, null],
      ['not-needed', null, null],
      ['not-needed', null, null],
    ],
  },
  {
    language: 'ar',
    about: 'speech over two paragraphs has the speaker that its end names',
    text: 'عنوان الخبر\n\n“سنعمل ليلا ونهارا حتى نوزعه على الجميع.\n\n“ولن يبقى مريض بلا دواء”، يقول الحداد.',
    quotations: [
      ['named', 'يقول', 'الحداد'],
      ['named', 'يقول', 'الحداد'],
    ],
  },
  {
    language: 'en',
    about: 'what a comma adds to the speaker belongs to them',
    text: '“We waited,” said Anna Berg, who keeps the lock. Jim Reed (D-Ohio), a former pilot, said “it took an hour.”',
    quotations: [
      ['named', 'said', 'Anna Berg, who keeps the lock'],
      ['named', 'said', 'Jim Reed (D-Ohio), a former pilot'],
    ],
  },
  {
    language: 'en',
    about: 'a speaker between two halves',
    text: '“The water rose,” Anna Berg said, “and nobody came to help us.”',
    quotations: [
      ['named', 'said', 'Anna Berg'],
      ['named', 'said', 'Anna Berg'],
    ],
  },
  {
    language: 'en',
    about: 'a participle and a noun have the subject of their sentence',
    text: 'Anna Berg left the hall, saying, “I have seen enough of this for today.”',
    quotations: [['named', 'saying', 'Anna Berg']],
  },
  {
    language: 'en',
    about: 'a pronoun stands for the one of the sentence before',
    text: 'Port reopens\n\nThe mayor smiled. “It was worth the wait for all of us here,” he said.',
    quotations: [['carried', 'said', 'he', 'The mayor']],
  },
  {
    language: 'de',
    about: 'the subject behind the verb',
    text: 'Anlässlich der derzeit stattfindenden Feiern kündigte der Minister Jan Berg weitere „große Vorhaben“ an.',
    quotations: [['named', 'kündigte', 'der Minister Jan Berg']],
  },
  {
    language: 'de',
    about: 'an object before the verb',
    text: 'Die Äußerungen bezeichnete Jansen als „Unsinn aus der Hauptstadt“.',
    quotations: [['named', 'bezeichnete', 'Jansen']],
  },
  {
    language: 'de',
    about: 'the verb last in its clause',
    text: 'Wie der Leiter des Amts, Jan Berg, am Montag erklärte, sei das „ein schwerer Fehler der Behörde“.',
    quotations: [['named', 'erklärte', 'der Leiter des Amts, Jan Berg']],
  },
  {
    language: 'de',
    about: 'a separable verb with its particle at the end',
    text: 'Jan Berg wies den Vorwurf als „frei erfundene Geschichte“ zurück. Er stellte das Fahrrad ab.',
    quotations: [['named', 'wies', 'Jan Berg']],
  },
  {
    language: 'de',
    about: 'whoever acts in the passive',
    text: 'Der Plan wird von Jan Berg als „großer Schritt nach vorn“ beschrieben.',
    quotations: [['named', 'beschrieben', 'Jan Berg']],
  },
  {
    language: 'de',
    about: 'the mood of indirect speech goes on with the report before',
    text: 'Jan Berg sagte, der Hafen werde geschlossen. Die Lage sei „ernst, aber nicht aussichtslos“.',
    quotations: [['carried', 'sagte', 'Jan Berg', 'Jan Berg']],
  },
  {
    language: 'fr',
    about: 'a compound verb inside the marks',
    text: '« Nous avons attendu, a expliqué Anne Lemaire, directrice du port, et le navire est venu. »',
    quotations: [['named', 'expliqué', 'Anne Lemaire, directrice du port']],
  },
  {
    language: 'fr',
    about: 'the paragraph before announces the speech',
    text: 'Titre\n\nPaul Lemaire se souvient de la première :\n\n« La lumière a sauté au deuxième acte. Personne n’est parti. »',
    quotations: [['named', 'souvient', 'Paul Lemaire']],
  },
  {
    language: 'ru',
    about: 'a verb inside the marks between dashes',
    text: '«Мы ждали три месяца, — сказал директор порта Иван Лодкин. — Теперь мы рады».',
    quotations: [['named', 'сказал', 'директор порта Иван Лодкин']],
  },
  {
    language: 'es',
    about: 'a phrase names the speaker',
    text: 'Según la directora Ana Molina, “el barco llegará pronto al muelle”.',
    quotations: [['named', 'Según', 'la directora Ana Molina']],
  },
];

describe('who says it', () => {
  for (const { language, about, text, quotations } of cases) {
    it(`${language}: ${about}`, () => {
      const { article } = analyse(text, { ...defaultSettings, language });
      const words = (span: Span | null): string | null => (span ? text.slice(span.start, span.end) : null);
      const found = article.quotations.map(({ attribution }) => {
        const { status, cue, speaker, carriedFrom } = attribution;
        return [status, words(cue), words(speaker), ...(carriedFrom ? [words(carriedFrom)] : [])];
      });
      assert.deepEqual(found, quotations);
    });
  }
});
