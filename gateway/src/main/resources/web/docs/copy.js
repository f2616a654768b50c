// A button to copy each block of commands. Without this, they are selected and copied by hand.
const told = document.createElement('p');
told.className = 'told';
told.setAttribute('role', 'status');
document.body.append(told);

/** The block with its button. */
export function copyable(block) {
  if (!navigator.clipboard) {
    return block;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy this ${block.querySelector('figcaption').textContent} block`);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.querySelector('code').textContent);
    button.textContent = 'Copied';
    told.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
      told.textContent = '';
    }, 2000);
  });
  block.append(button);
  return block;
}

for (const block of document.querySelectorAll('figure.code')) {
  if (!block.closest('details')) {
    copyable(block);
  }
}
