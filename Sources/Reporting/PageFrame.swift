/// What every page begins with: no script, nothing from the network, legible in the dark and on paper.
///
/// `sources` is added to the policy that keeps a page from loading anything.
func pageHead(sources: String) -> String {
    headBefore + sources + headAfter
}

private let headBefore = """
    <!DOCTYPE html>
    <html lang="{{lang}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="generator" content="Assay">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'
    """

private let headAfter = """
    ">
    <title>{{title}}</title>
    <style>
    :root { color-scheme: light dark; --ink: #1c2126; --paper: #fff; --quiet: #56606a; --rule: #cdd3d9;
      --wash: #f3f5f7; --good: #17683a; --warn: #8a4b00; --bad: #a3201d; --link: #0b57a4; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --paper: #15191d; --quiet: #a4adb6; --rule: #3b434b;
      --wash: #1f252b; --good: #6fd19a; --warn: #f0b45c; --bad: #ff8f88; --link: #8ab8f0; } }
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
    thead th, .sum td { overflow-wrap: break-word; }
    code { font: .875em/1.4 ui-monospace, Consolas, "Liberation Mono", monospace; }
    .good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
    .level { font-weight: 600; }
    a { color: var(--link); } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper);
      padding: .5rem 1rem; z-index: 1; }
    .list th:first-child { width: 42%; } .desk th:first-child { width: auto; } .when { width: 6.5rem; white-space: nowrap; }
    .line { display: block; } tbody th { font-weight: 400; } .unseen { position: absolute; width: 1px; height: 1px;
      overflow: hidden; clip-path: inset(50%); }
    nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; } nav li { margin: 0; }
    .item { border: 1px solid var(--rule); border-radius: .375rem; padding: .25rem 1rem .75rem; margin: 1rem 0; }
    .item h3 { margin: .5rem 0 .25rem; } .item img { max-width: 100%; height: auto; display: block; }
    .text { white-space: pre-line; } pre { white-space: pre-wrap; margin: .5rem 0; background: var(--wash);
      padding: .5rem .75rem; font: .875rem/1.5 ui-monospace, Consolas, "Liberation Mono", monospace; }
    h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; } .levels { margin: .5rem 0; font-size: .9375rem; }
    .wide { max-width: 88rem; } .side .levels { display: block; } .side .levels dd { margin: 0 0 .625rem; }
    @media screen and (min-width: 60rem) { .beside { display: grid; grid-template-columns: minmax(20rem, 2fr) 3fr;
      gap: 0 2.5rem; align-items: start; } .beside > .side { position: sticky; top: 0; max-height: 100vh;
      overflow-y: auto; padding-right: .75rem; } }
    footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: .75rem; font-size: .875rem; }
    @media screen and (max-width: 40rem) { .list thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); } .list tr, .list th, .list td { display: block; } .list tr { padding: .5rem 0;
      border-bottom: 1px solid var(--rule); } .list th, .list td { padding: 0; border: 0; }
      .list th:first-child, .when { width: auto; } .when br { display: none; } }
    @media not screen, (min-width: 40.01rem) { .narrow { display: none; } }
    @media (max-width: 32rem) { .sum td { overflow-wrap: anywhere; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
    @media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --quiet: #444; --rule: #999; --wash: #fff;
      --good: #000; --warn: #000; --bad: #000; --link: #000; } nav, .skip { display: none; } body { max-width: none; padding: 0; font-size: 11pt; }
      h2, h3 { break-after: avoid; } li, blockquote, tr, img { break-inside: avoid; } }
    </style>
    </head>

    """

/// What every page ends with.
let pageFoot = """
    </main>
    <footer>{{footer}}</footer>
    </body>
    </html>

    """
