/** What an article looks like. */
export const article = `انتخابات البلدية تبدأ غدا

تفتح مراكز الاقتراع أبوابها صباح غد في جميع أحياء المدينة، وقال رئيس اللجنة إن التحضيرات اكتملت.
`;

const lines = (...all: string[]): string => all.join('\n');
const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Names of files whose text would pass for an article, and whether they are one. */
export const names: readonly [string, boolean][] = [
  ['article.txt', true],
  ['corpus/2024/خبر عاجل.txt', true],
  ['C:\\corpus\\ARTICLE.TXT', true],
  ['news/requirements-for-voters-explained.txt', true],
  ['news/changes-in-parliament.txt', true],
  ['news/logs-floating-in-the-river.txt', true],
  ['news/human-rights.txt', true],
  ['news/words-of-the-president.txt', true],
  ['news/license-to-fish.txt', true],
  ['history.txt', true],
  ['license-apache-2.0.txt', false],
  ['news/readme.txt', false],
  ['0.txt', true],
  ['article.md', false],
  ['article', false],
  ['.txt', true],
  ['requirements.txt', false],
  ['requirements-dev.txt', false],
  ['requirements_test.txt', false],
  ['dev-requirements.txt', false],
  ['constraints.txt', false],
  ['robots.txt', false],
  ['site/humans.txt', false],
  ['ads.txt', false],
  ['llms.txt', false],
  ['.well-known/security.txt', false],
  ['CMakeLists.txt', false],
  ['LICENSE.txt', false],
  ['License-MIT.txt', false],
  ['README.txt', false],
  ['CHANGELOG.txt', false],
  ['build.log.txt', false],
  ['vocab.txt', false],
  ['ar_vocab.txt', false],
  ['wordlist.txt', false],
  ['stopwords-ar.txt', false],
  ['node_modules/pkg/story.txt', false],
  ['copydesk.egg-info/SOURCES.txt', false],
  ['x/.git/description.txt', false],
];

/** What is in a file called `a.txt`: in words, the text, and whether it is an article. */
export const contents: readonly [string, string, boolean][] = [
  ['nothing', '', true],
  ['blank lines', '\n \n\t\n', true],
  ['an article', article, true],
  ['a headline alone', 'انتخابات البلدية تبدأ غدا', true],
  ['one word, as somebody begins to write', 'The', true],
  ['one paragraph without a line break', article.replaceAll('\n', ' ').repeat(200), true],
  [
    'an English article',
    'Council approves bridge\n\nThe council approved the new bridge on Monday after a long debate, officials said.\n',
    true,
  ],
  [
    'a Chinese article',
    '市议会批准新桥\n\n市议会星期一经过长时间辩论后批准了新桥，官员们说工程将于明年春天开始。\n',
    true,
  ],
  ['a Thai article', 'ข่าววันนี้\n\nสภาเมืองอนุมัติสะพานใหม่เมื่อวันจันทร์หลังการอภิปรายอันยาวนาน\n', true],
  [
    'an article among a scraper’s short lines',
    lines(...many(12, () => 'Share').split('\n'), article, 'Tweet', 'Facebook', 'الرئيسية'),
    true,
  ],
  [
    'an article with a table of results',
    lines(
      article,
      article,
      many(12, (index) => `${String(index)} : 2`),
    ),
    true,
  ],
  ['a poem', many(12, () => 'يا ليل الصب متى غده\nأقيام الساعة موعده'), true],
  ['an interview in short lines', many(10, () => '- متى تعود؟\n- غدا إن شاء الله.'), true],
  [
    'a bulletin of numbered points',
    many(9, (index) => `${String(index)}. The mayor opened a school in the northern part of town.`),
    true,
  ],
  ['a few names', 'ليلى\nكريم\nسامي', true],
  [
    'minutes with times',
    many(
      6,
      (index) =>
        `At 10:0${String(index)} the speaker said that the vote would have to wait for another week.`,
    ),
    true,
  ],
  ['an article that cites code', lines(article, article, 'const x = 1;', 'return x;'), true],
  [
    'requirements',
    lines(
      '# what the model needs',
      'requests==2.31.0',
      'flask[async]>=2,<3',
      'numpy',
      'numpy~=1.26',
      '-r base.txt',
      'pandas ; python_version < "3.9"',
    ),
    false,
  ],
  [
    'robots',
    lines('User-agent: *', 'Disallow: /private/', 'Allow: /', 'Sitemap: https://example.org/map.xml'),
    false,
  ],
  ['settings', many(6, (index) => `server.port${String(index)} = 80${String(index)}0`), false],
  ['numbers', many(20, (index) => `${String(index)}.5\t17\t-3e5`), false],
  ['words, one a line', many(40, (index) => `كلمة${String(index)}`), false],
  [
    'words with a comment',
    lines(
      '# the most frequent words of the corpus, counted by hand, one a line',
      many(40, (index) => `word${String(index)}`),
    ),
    false,
  ],
  ['words and counts', many(40, (index) => `كلمة ${String(1000 - index)}`), false],
  ['addresses', many(10, (index) => `https://example.org/news/${String(index)}?page=1`), false],
  ['domains', many(10, (index) => `news${String(index)}.example.org`), false],
  ['paths', many(10, (index) => `/var/data/articles/${String(index)}.txt`), false],
  ['relative paths', many(10, (index) => `data/articles/${String(index)}.txt`), false],
  ['Windows paths', many(10, (index) => `C:\\data\\${String(index)}.txt`), false],
  [
    'a log',
    many(
      10,
      (index) =>
        `2024-05-01 10:00:0${String(index)} INFO the crawler has fetched the page and stored it on the disk`,
    ),
    false,
  ],
  [
    'a log with levels',
    many(10, () => '[ERROR] - could not open the file that was asked for by the user'),
    false,
  ],
  [
    'a system log',
    many(
      10,
      (index) =>
        `May  1 10:00:0${String(index)} host daemon[12]: started the service as the user asked for it`,
    ),
    false,
  ],
  [
    'an access log',
    many(10, (index) => `10.0.0.${String(index)} - - [01/May/2024:10:00:00 +0000] "GET / HTTP/1.1" 200 512`),
    false,
  ],
  [
    'code',
    lines(
      'import os',
      'def main(args):',
      '    return os.listdir(args[0]);',
      'for (let i = 0; i < 3; i++) {',
      '  run(i);',
      '}',
      'main()',
    ),
    false,
  ],
  ['JSON', lines('{', '"name": "x",', '"count": 3,', '"list": [', ']', '}'), false],
];
