/// What every page begins with: no script, nothing from the network, legible in the dark and on paper.
let pageHead = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="generator" content="Assay">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>{{title}}</title>
    <style>
    :root { color-scheme: light dark; --ink: #1c2126; --paper: #fff; --quiet: #56606a; --rule: #cdd3d9;
      --wash: #f3f5f7; --good: #17683a; --warn: #8a4b00; --bad: #a3201d; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --paper: #15191d; --quiet: #a4adb6; --rule: #3b434b;
      --wash: #1f252b; --good: #6fd19a; --warn: #f0b45c; --bad: #ff8f88; } }
    body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      overflow-wrap: anywhere; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .75rem; }
    h2 { font-size: 1.25rem; margin: 2.25rem 0 .5rem; border-top: 1px solid var(--rule); padding-top: 1.25rem; }
    h3 { font-size: 1.0625rem; margin: 1.75rem 0 .25rem; }
    p, ol, ul, dl, blockquote { margin: .5rem 0; }
    li { margin: .6rem 0; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; }
    dt, .quiet, footer { color: var(--quiet); }
    dd { margin: 0; }
    blockquote { padding: .5rem 1rem; background: var(--wash); border-left: 3px solid var(--rule); }
    table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
      border-bottom: 1px solid var(--rule); }
    code { font: .875em/1.4 ui-monospace, Consolas, "Liberation Mono", monospace; }
    .good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
    .level { font-weight: 600; }
    footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: .75rem; font-size: .875rem; }
    @media (max-width: 32rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
    @media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --quiet: #444; --rule: #999; --wash: #fff;
      --good: #000; --warn: #000; --bad: #000; } body { max-width: none; padding: 0; font-size: 11pt; }
      h2, h3 { break-after: avoid; } li, blockquote, tr { break-inside: avoid; } }
    </style>
    </head>
    <body>
    <main>

    """

/// What every page ends with.
let pageFoot = """
    </main>
    <footer>{{footer}}</footer>
    </body>
    </html>

    """
