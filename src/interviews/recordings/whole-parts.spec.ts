import { wholeParts } from './whole-parts.js';

const pieces = (...places: string[]) => places.map((place) => ({ part: Number(place[0]), seq: Number(place.slice(1)), place }));
const places = (parts: { place: string }[][]): string[] => parts.map((part) => part.map(({ place }) => place).join(' '));

describe('the pieces of a recording', () => {
  it('are put together part by part, in their order', () => {
    expect(places(wholeParts(pieces('00', '01', '02', '10', '11')))).toEqual(['00 01 02', '10 11']);
  });

  it('end where one of them never came, and the next part is whole again', () => {
    expect(places(wholeParts(pieces('00', '01', '03', '04', '10')))).toEqual(['00 01', '10']);
  });

  it('that do not begin with the first are left for the check, which says so', () => {
    expect(places(wholeParts(pieces('02', '03')))).toEqual(['02 03']);
    expect(wholeParts([])).toEqual([]);
  });
});
