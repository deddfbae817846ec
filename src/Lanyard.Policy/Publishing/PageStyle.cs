namespace Lanyard.Policy.Publishing;

/// <summary>The style of the published page: readable on a phone, in the dark, and on paper.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --quiet: #4a535e; --line: #b5bcc4; --tint: #eef3f7; --link: #0b4f8a; }
        @media (prefers-color-scheme: dark) { :root { --ink: #f0f2f4; --paper: #14181c; --quiet: #c0c7ce; --line: #59626c; --tint: #20272e; --link: #9ccbf5; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 44rem; padding: 1rem; color: var(--ink); background: var(--paper); font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word; }
        h1 { font-size: 2rem; line-height: 1.2; margin: .2rem 0 1rem; }
        h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 .75rem; border-top: 2px solid var(--line); padding-top: 1rem; }
        h3 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
        h4, h5, h6 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
        a { color: var(--link); text-underline-offset: .15em; }
        a:focus-visible, summary:focus-visible { outline: 3px solid #ffbf47; outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { position: static; display: inline-block; padding: .5rem; }
        .organisation { color: var(--quiet); margin: 0; }
        .number { color: var(--quiet); margin-right: .25rem; }
        nav ol { list-style: none; padding: 0; }
        dl { margin: 0; }
        dl > div { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .5rem; padding: .25rem 0; border-bottom: 1px solid var(--line); }
        dt { font-weight: 600; }
        dd { margin: 0; }
        .rules { background: var(--tint); border-left: 4px solid var(--line); padding: .75rem 1rem; margin: 1rem 0; }
        .rules .label { margin: 0 0 .25rem; font-size: .9rem; color: var(--quiet); }
        .rules ul { margin: 0; padding-left: 1.2rem; }
        details { margin: .5rem 0 1rem; }
        summary { cursor: pointer; color: var(--link); }
        .examples > div { display: block; padding: .5rem 0; }
        .examples dt { font-weight: 400; }
        .examples dd { font-weight: 600; }
        code { overflow-wrap: anywhere; font-size: .85rem; }
        footer { margin-top: 3rem; color: var(--quiet); border-top: 1px solid var(--line); }
        table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; }
        @media (max-width: 30rem) { dl > div { grid-template-columns: 1fr; gap: 0; } }
        @media print { :root { --ink: #000; --paper: #fff; --quiet: #333; --line: #777; --tint: #fff; --link: #000; } body { max-width: none; font-size: 10.5pt; } nav, .skip { display: none; } section { break-inside: auto; } h2, h3 { break-after: avoid; } .rules { break-inside: avoid; } @page { margin: 18mm; } }
        """;
}
