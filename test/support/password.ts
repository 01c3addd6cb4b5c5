/** The password of everybody in the tests. */
export const PASSWORD = 'three quiet words';
/** What bcrypt at cost 12 makes of it. */
export const PASSWORD_HASH = '$2b$12$tKBm8fYWdSfErdI41.0SqOOYd5POtBy0nlcgV8q5Xsnssd/zqy2GW';
