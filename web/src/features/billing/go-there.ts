import { type Go } from '../../api/billing-queries.js';

/** Takes the browser to the gateway's page: by its address, or by a form where the gateway wants one. */
export function goThere(go: Go): void {
  if (go.kind === 'link') {
    window.location.assign(go.url);
    return;
  }
  const form = document.createElement('form');
  form.method = 'post';
  form.action = go.action;
  for (const [name, value] of Object.entries(go.fields)) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  document.body.append(form);
  form.submit();
}
