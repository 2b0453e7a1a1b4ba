import type { TextPattern } from '../../../core/parse/residue.ts';

const yoast = 'Yoast SEO’s setting “Content to put after each post in the feed”, in its translation';
const jetpack = 'WordPress’s reblog and feed templates';

const footer = (name: string, holds: readonly string[], line: RegExp, source = yoast): TextPattern => ({
  name,
  holds,
  line,
  place: 'tail',
  source,
});

/** One entry a language; the first gap is the article’s title, the second the site’s name. */
export const footers: readonly TextPattern[] = [
  footer(
    'ar',
    ['ظهرت المقالة', 'ظهر المقال'],
    /^ظهرت? (?:المقالة|المقال) .{1,300} (?:أولا[ًّ]?|اولا|أولًا|أول مرة) (?:على|في) .{1,160}$/u,
  ),
  footer(
    'ar this',
    ['هذا الموضوع', 'هذه المقالة', 'هذا المقال'],
    /^(?:هذا الموضوع|هذه المقالة|هذا المقال) .{1,300} ظهرت? (?:أولا[ًّ]?|اولا|أولًا|أول مرة) (?:على|في) .{1,160}$/u,
  ),
  footer('en', ['appeared first on'], /^The post .{1,300} (?:appeared )?first (?:appeared )?on .{1,160}$/u),
  footer(
    'en this',
    [
      'appeared first on',
      'first appeared on',
      'originally appeared on',
      'originally published on',
      'was originally published',
    ],
    /^This (?:post|article|story) (?:was )?(?:first |originally )(?:appeared|published)(?: first)? (?:on|at|in|by) .{1,120}$/u,
    jetpack,
  ),
  footer(
    'fr',
    ['est apparu en premier', 'apparu en premier'],
    /^(?:L[’']article|Cet article) .{0,300}?est apparu en premier sur .{1,160}$/u,
  ),
  footer(
    'es',
    ['se publicó primero', 'apareció primero'],
    /^(?:La entrada|El cargo|La publicación) .{1,300} (?:se publicó|apareció) primero en .{1,160}$/u,
  ),
  footer('de', ['erschien zuerst auf'], /^Der Beitrag .{1,300} erschien zuerst auf .{1,160}$/u),
  footer(
    'ru',
    ['впервые появилась', 'сначала появилась'],
    /^Запись .{1,300} (?:впервые|сначала) появилась .{1,160}$/u,
  ),
  footer(
    'uk',
    ['спочатку з', 'спершу з', 'з’явився спочатку'],
    /^(?:Запис|Публікація) .{1,300} (?:спочатку|спершу) (?:з[’']явив?ся|з[’']явилас[ья]) .{1,160}$/u,
  ),
  footer('pt', ['apareceu primeiro'], /^O (?:post|artigo|conteúdo) .{1,300} apareceu primeiro em .{1,160}$/u),
  footer(
    'it',
    ['proviene da', 'sembra essere il primo'],
    /^L[’']articolo .{1,300} (?:proviene da|sembra essere il primo su) .{1,160}$/u,
  ),
  footer('nl', ['verscheen eerst op'], /^Het bericht .{1,300} verscheen eerst op .{1,160}$/u),
  footer('pl', ['pochodzi z serwisu'], /^(?:Artykuł|Post) .{1,300} pochodzi z serwisu .{1,160}$/u),
  footer(
    'tr',
    ['ilk önce'],
    /^.{1,300} (?:yazısı|gönderisi|haberi) ilk önce .{1,160} (?:üzerinde )?ortaya çıktı\.?$/u,
  ),
  footer('el', ['εμφανίστηκε πρώτα'], /^Το άρθρο .{1,300} εμφανίστηκε πρώτα στο .{1,160}$/u),
  footer('fa', ['اولین بار در'], /^نوشته .{1,300} اولین بار در .{1,160} پدیدار شد\.?$/u),
  footer('sv', ['dök först upp'], /^Inlägget .{1,300} dök först upp på .{1,160}$/u),
  footer('nb', ['dukket først opp'], /^Innlegget .{1,300} dukket først opp på .{1,160}$/u),
  footer('da', ['blev først udgivet'], /^Indlægget .{1,300} blev først udgivet på .{1,160}$/u),
  footer('fi', ['ensimmäisen kerran'], /^Artikkeli .{1,300} julkaistiin ensimmäisen kerran .{1,160}$/u),
  footer('cs', ['se nejdříve objevil'], /^(?:Článek|Příspěvek) .{1,300} se nejdříve objevil na .{1,160}$/u),
  footer(
    'ro',
    ['apare prima dată', 'apare prima dat'],
    /^(?:Articolul|Postarea) .{1,300} apare prima dat[ăa] (?:în|pe) .{1,160}$/u,
  ),
  footer('hu', ['bejegyzés először'], /^A .{1,300} bejegyzés először .{1,160} jelent meg\.?$/u),
  footer('id', ['pertama kali tampil'], /^(?:Artikel|Pos) .{1,300} pertama kali tampil pada .{1,160}$/u),
  footer('he', ['הופיע לראשונה'], /^הפוסט .{1,300} הופיע לראשונה ב.{1,160}$/u),
  footer('hi', ['पहले'], /^पोस्ट .{1,300} पहले .{1,160} पर दिखाई दिया[।.]?$/u),
  footer(
    'vi',
    ['xuất hiện đầu tiên'],
    /^Bài viết .{1,300} (?:đã )?xuất hiện đầu tiên (?:vào ngày|trên) .{1,160}$/u,
  ),
  footer('ja', ['に最初に表示されました'], /^投稿 .{1,300}に最初に表示されました。?$/u),
  footer(
    'zh',
    ['最先出现在', '最早出現於', '最早出现在'],
    /^.{0,300}(?:最先出现在|最早出現於|最早出现在).{1,160}$/u,
  ),
];
