import { AppError } from '../../kernel/index.js';

export const nobodyToWriteTo = (): AppError =>
  new AppError('notifications.nobody_to_write_to', 409, 'Nobody here wants news by mail at the moment, so there is nobody to send it to. Nothing was sent.');

export const otherNewsSent = (): AppError =>
  new AppError('notifications.other_news_sent', 409, 'What went out under this number reads differently. Open the page again to send something new. Nothing more was sent.');
