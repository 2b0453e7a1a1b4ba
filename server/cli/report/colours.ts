import picocolors from 'picocolors';

export type Colours = ReturnType<typeof picocolors.createColors>;

/** Functions that colour text, or that leave it as it is. */
export function coloursOf(colour: boolean): Colours {
  return picocolors.createColors(colour);
}
