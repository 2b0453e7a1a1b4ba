import type { Page } from 'playwright-core';

/**
 * Has a window load an extension and a suite, by their addresses, into its extension host in the browser. Of these
 * VS Code hears in the settings of its page alone, which whoever serves the page puts into it.
 */
export async function loadInBrowser(page: Page, extension: string, suite: string): Promise<void> {
  const options = { extensions: [components(extension)], extensionTestsPath: components(suite) };
  // Before any script of the page is run, and after all of it was read.
  await page.addInitScript(`document.addEventListener('readystatechange', () => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (element === null || document.readyState !== 'interactive') return;
    const settings = JSON.parse(element.getAttribute('data-settings'));
    settings.developmentOptions = ${JSON.stringify(options)};
    element.setAttribute('data-settings', JSON.stringify(settings));
  })`);
}

/** An address as VS Code writes it in settings. */
function components(address: string): object {
  const { protocol, host, pathname } = new URL(address);
  return { $mid: 1, scheme: protocol.slice(0, -1), authority: host, path: pathname };
}
