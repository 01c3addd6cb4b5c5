export { NotificationsModule } from './notifications.module.js';
export { Notifications, type NoticeCategory, type Delivery, type NewNote } from './notifications.js';
