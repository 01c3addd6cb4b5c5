/** Whether this browser sends the Global Privacy Control signal with every request. */
export const saysGpc = (): boolean => 'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true;
