/** States and union territories by the first two digits of a GSTIN (rule 46(n) of the CGST Rules asks for name and code). */
const STATES: ReadonlyMap<string, string> = new Map([
  ['01', 'Jammu and Kashmir'], ['02', 'Himachal Pradesh'], ['03', 'Punjab'], ['04', 'Chandigarh'], ['05', 'Uttarakhand'], ['06', 'Haryana'], ['07', 'Delhi'], ['08', 'Rajasthan'],
  ['09', 'Uttar Pradesh'], ['10', 'Bihar'], ['11', 'Sikkim'], ['12', 'Arunachal Pradesh'], ['13', 'Nagaland'], ['14', 'Manipur'], ['15', 'Mizoram'], ['16', 'Tripura'], ['17', 'Meghalaya'],
  ['18', 'Assam'], ['19', 'West Bengal'], ['20', 'Jharkhand'], ['21', 'Odisha'], ['22', 'Chhattisgarh'], ['23', 'Madhya Pradesh'], ['24', 'Gujarat'], ['26', 'Dadra and Nagar Haveli and Daman and Diu'],
  ['27', 'Maharashtra'], ['29', 'Karnataka'], ['30', 'Goa'], ['31', 'Lakshadweep'], ['32', 'Kerala'], ['33', 'Tamil Nadu'], ['34', 'Puducherry'], ['35', 'Andaman and Nicobar Islands'],
  ['36', 'Telangana'], ['37', 'Andhra Pradesh'], ['38', 'Ladakh'], ['97', 'Other Territory'],
]);

const plain = (name: string): string => name.toLowerCase().replaceAll('&', 'and').replaceAll(/[^a-z]/g, '');
const CODES: ReadonlyMap<string, string> = new Map([...STATES].map(([code, name]) => [plain(name), code]));

/** The code of a state by its name, however it is spaced, or by its code; null for what is none. */
export function stateCode(said: string): string | null {
  const trimmed = said.trim();
  return STATES.has(trimmed) ? trimmed : (CODES.get(plain(trimmed)) ?? null);
}

export function stateName(code: string): string | null {
  return STATES.get(code) ?? null;
}

/** Whether two places of one country are in the same part of it; who did not say where they are counts as being at the seller's (section 12(2)(b) of the IGST Act). */
export function isSameRegion(seller: { country: string; region: string | null }, buyer: { country: string; region: string | null }): boolean {
  if (seller.region === null) return false;
  if (buyer.region === null) return true;
  const key = (region: string): string => (seller.country === 'IN' ? stateCode(region) : null) ?? region.trim().toLowerCase();
  return key(seller.region) === key(buyer.region);
}
