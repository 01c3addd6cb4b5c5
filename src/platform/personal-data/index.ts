export { holdsPersonalData, personalDataHolders, type PersonalDataHolder, type HeldTable } from './personal-data-holder.js';
