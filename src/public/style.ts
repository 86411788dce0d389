/** The look of the public pages: one column, large targets, the reader's own colours, nothing told by colour alone. */
const SCREEN = `
:root{--ink:#1b1f23;--soft:#4d5660;--ground:#fff;--raised:#f4f6f8;--line:#7d8792;--accent:#0b5a6f;--on-accent:#fff;--fault:#a4161a;--fault-ground:#fdf0f0;--chosen:#e3f1f5}
@media (prefers-color-scheme:dark){:root{--ink:#f2f4f6;--soft:#b9c2cb;--ground:#14181c;--raised:#1e242a;--line:#8a95a0;--accent:#7fd0e4;--on-accent:#06232b;--fault:#ffb3b0;--fault-ground:#3a1517;--chosen:#17363f}.sheet{--ink:#000;--soft:#333;--ground:#fff;--raised:#fff;--line:#555;--accent:#0b5a6f}}
*{box-sizing:border-box}
html{font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:42rem;padding:1rem 1rem 3rem;color:var(--ink);background:var(--ground);overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 .6rem}
h2{font-size:1.2rem;margin:1.8rem 0 .3rem}
p{margin:.5rem 0}
.kicker{color:var(--soft);margin:1rem 0 0;font-weight:600}
.soft{color:var(--soft)}
.skip{position:absolute;inset-inline-start:-100vw;padding:.6rem 1rem;background:var(--accent);color:var(--on-accent)}
.skip:focus{inset-inline-start:1rem}
main:focus{outline:none}
a:focus-visible,button:focus-visible,textarea:focus-visible,.fault:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
nav ul,footer ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
nav li>*,footer a{display:inline-block;padding:.35rem 0;min-height:2rem}
nav [aria-current]{font-weight:700}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:1rem}
fieldset{border:0;margin:1.6rem 0 0;padding:0;min-width:0}
legend,.label{padding:0;font-weight:650;font-size:1.1rem;display:block}
legend .number,.label .number{display:block;color:var(--soft);font-weight:400;font-size:.95rem}
.choices{margin:.6rem 0 0;display:grid;gap:.4rem}
.choices label{display:flex;gap:.75rem;align-items:center;min-height:2.9rem;padding:.45rem .8rem;border:1px solid var(--line);border-radius:.5rem;background:var(--raised);cursor:pointer}
.choices label:has(:checked){background:var(--chosen);border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent);font-weight:600}
.choices label:has(:focus-visible){outline:3px solid var(--accent);outline-offset:2px}
.choices input{flex:none;width:1.25rem;height:1.25rem;margin:0;accent-color:var(--accent);outline:none}
.choices .apart{margin-top:.3rem}
textarea{display:block;width:100%;min-height:9rem;margin-top:.5rem;padding:.7rem;font:inherit;color:inherit;background:var(--raised);border:1px solid var(--line);border-radius:.5rem}
.buttons{display:flex;flex-wrap:wrap;gap:.8rem;margin-top:1.8rem}
button{font:inherit;min-height:3rem;padding:.6rem 1.4rem;border-radius:.5rem;border:2px solid var(--accent);cursor:pointer;background:var(--ground);color:var(--accent)}
button.main{background:var(--accent);color:var(--on-accent);font-weight:650}
.fault{border-inline-start:.4rem solid var(--fault);background:var(--fault-ground);padding:.6rem 1rem;margin:1rem 0;color:var(--ink)}
.fault h2{margin:0;color:var(--fault)}
.notice{border-inline-start:.4rem solid var(--accent);background:var(--raised);padding:.8rem 1rem;margin:1rem 0}
`;

/** Sheets of paper: the poster with its QR code, and the survey to fill in by hand. */
const SHEET = `
.sheet{max-width:48rem}
.sheet h1{font-size:2rem}
.poster{text-align:center}
.poster h1{font-size:2.9rem;margin-top:1rem}
.poster .lead{font-size:1.35rem}
.poster svg{display:block;width:min(100%,22rem);height:auto;margin:.5rem auto}
.poster .address{font:600 1.05rem/1.4 ui-monospace,Consolas,monospace;word-break:break-all}
.poster .spoken{display:grid;gap:.3rem;margin:1.4rem 0;font-size:1.25rem;font-weight:600}
.hint{background:var(--raised);border:1px dashed var(--line);padding:.5rem .8rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{border:1px solid var(--line);padding:.4rem .5rem;vertical-align:middle}
thead th{font-size:.8rem;font-weight:600;line-height:1.25;text-align:center}
tbody th{text-align:start;font-weight:500}
td{text-align:center}
.box{display:inline-block;width:1.1rem;height:1.1rem;border:1.5px solid var(--ink);border-radius:2px;vertical-align:-.15rem}
thead th:first-child{width:42%;text-align:start}
.lines{border:1px solid var(--line);height:8.5rem;margin:.4rem 0 1rem}
.boxes{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
@page{size:A4;margin:14mm}
@media print{body{max-width:none;padding:0}.hint,.skip,nav,footer{display:none}.sheet h1{font-size:24pt}.poster h1{font-size:34pt}.poster svg{width:105mm}body{font-size:10.5pt;line-height:1.35}h2{margin-top:.8rem}table{font-size:10pt;margin:.5rem 0}th,td{padding:.22rem .4rem}.lines{height:5.5rem}tr,.lines{break-inside:avoid}.scroll{overflow:visible}}
`;

export const STYLE = (SCREEN + SHEET).replaceAll("\n", "");
