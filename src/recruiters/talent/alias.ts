import { randomInt } from 'node:crypto';

const COLOURS = [
  'Amber', 'Azure', 'Bronze', 'Cobalt', 'Copper', 'Coral', 'Crimson', 'Emerald', 'Golden', 'Indigo', 'Ivory', 'Jade',
  'Lilac', 'Ochre', 'Olive', 'Pearl', 'Ruby', 'Russet', 'Sage', 'Scarlet', 'Silver', 'Slate', 'Teal', 'Violet',
] as const;
const BIRDS = [
  'Avocet', 'Bunting', 'Crane', 'Curlew', 'Dipper', 'Dunlin', 'Egret', 'Finch', 'Grebe', 'Heron', 'Hoopoe', 'Ibis', 'Kestrel',
  'Kite', 'Lapwing', 'Linnet', 'Martin', 'Oriole', 'Osprey', 'Plover', 'Robin', 'Sparrow', 'Swift', 'Tern', 'Thrush', 'Wren',
] as const;

/** What recruiters call somebody whose name they do not know, such as "Teal Heron 407". It is drawn by lot and tells nothing. */
export function newAlias(): string {
  return `${COLOURS[randomInt(COLOURS.length)]} ${BIRDS[randomInt(BIRDS.length)]} ${randomInt(100, 1000)}`;
}
