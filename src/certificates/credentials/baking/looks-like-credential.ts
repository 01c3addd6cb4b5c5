const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Three parts with a point between them. */
export const isJwt = (text: string): boolean => JWT.test(text.trim());

/** Whether a text is worth reading as a credential: an object of JSON, or a JWT. */
export const looksLikeCredential = (text: string): boolean => text.trimStart().startsWith('{') || isJwt(text);
