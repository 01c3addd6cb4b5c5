import './page.css';

/** The page of a certificate works without this: it only shows buttons that copy what stands in a field. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  const field = document.getElementById(button.dataset.copies ?? '');
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
  const says = button.textContent;
  button.hidden = false;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => {
    field.select();
    void copied(field.value).then((isCopied) => {
      // Where a browser lets nobody write to the clipboard, the words are selected, and the person copies them.
      button.textContent = isCopied ? 'Copied' : 'Selected: copy it';
      setTimeout(() => { button.textContent = says; }, 2_500);
    });
  });
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
