/** Invented articles for the protocol’s tests. */

export const marker = '[ad_1]';

/** One safe problem: an importer’s marker. */
export const marked = `عنوان الخبر الأول

${marker}

وصل الوفد إلى المدينة صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة.
`;

export const unmarked = marked.replace(`${marker}\n\n`, '');

/** A speech that is never closed, which has several repairs, and one whose mark is turned. */
export const openSpeech = `Council opens the boathouse again

The boathouse on the lower pond opens again on Friday, the council said.

“We painted every board and oiled every hinge, said Anna Berg, who keeps the boats.

“It took us the whole winter,” she added.
`;
