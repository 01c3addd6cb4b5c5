export { MailOutbox, type OutgoingMail } from './mail-outbox.js';
export { Inbox, type InboxLine, type InboxMessage } from './inbox.js';
export { MailLedger, mailStates, type MailState, type MailEntry } from './mail-ledger.js';
export { renderMail, type MailContent } from './render-mail.js';
export { MailModule } from './mail.module.js';
