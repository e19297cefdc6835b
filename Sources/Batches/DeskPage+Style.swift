extension DeskPage {
  /// The hashes by which the page's policy knows its own style and script; `Tests/Browser/desk.py` says what they are
  /// when either changes.
  static let styleHash = "sha256-SweVf899zK2nwMj2zgW94gSeldsRH/ADXEzUGAn7CGA="
  static let scriptHash = "sha256-+ujpwa/2jCohbMoYp8MkPHw9Aoo+dISnXQDbrUPSPBQ="

  static let style = """
    :root{--ink:#1d2430;--soft:#5a6372;--paper:#fbfaf7;--card:#fff;--line:#dcd8cf;--send:#3b6ea5;--wait:#b08a2e;--late:#b3372e;--done:#3d7a4d;--open:#7a5aa6}
    @media (prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#a5abb5;--paper:#171a1f;--card:#1f242b;--line:#363d47;--send:#7eb0e6;--wait:#dfbb62;--late:#f0857b;--done:#86c796;--open:#bfa2ea}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:62rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.5 Georgia,"Iowan Old Style","Times New Roman",serif}
    h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 1rem;font-weight:600}
    h2{font-size:1.1rem;margin:0}
    .kicker,.facts,.key,footer,label,output,.state,.actions,figcaption,.counts{font-family:system-ui,sans-serif;font-size:.875rem}
    .kicker,.facts,.key,footer,figcaption{color:var(--soft)}
    .kicker,.facts,.state,.actions{margin:0}
    .counts{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;padding:0;margin:0 0 1.5rem}
    .counts b{font-size:1.35rem;font-variant-numeric:tabular-nums}
    .alarm b{color:var(--late)}
    .strip{margin:0 0 1.5rem;border-top:1px solid var(--line);padding-top:.75rem}
    .strip svg{width:100%;height:auto;display:block}
    .strip text{font:13px system-ui,sans-serif;fill:var(--soft);text-anchor:middle}
    .strip .now{fill:var(--ink)}
    .axis{stroke:var(--line)}
    .today{stroke:var(--ink);stroke-dasharray:2 3}
    .s-tosend{fill:var(--send)}.s-waiting{fill:var(--wait)}.s-overdue{fill:var(--late)}
    .key span{margin-right:1.2rem}
    .key span::before{content:"";display:inline-block;width:.7em;height:.7em;border-radius:1px;margin-right:.4em}
    .k-tosend::before{background:var(--send)}.k-waiting::before{background:var(--wait)}.k-overdue::before{background:var(--late)}
    .tools{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:end;padding:.75rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);margin-bottom:1.25rem}
    .tools[hidden]{display:none}
    input,select,button{font:inherit;font-family:system-ui,sans-serif;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:4px;padding:.3rem .5rem}
    button{cursor:pointer}
    :focus-visible{outline:2px solid var(--send);outline-offset:2px}
    main{display:grid;gap:.75rem}
    article{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--soft);border-radius:4px;padding:.8rem 1rem}
    article[hidden]{display:none}
    .tosend{border-left-color:var(--send)}.waiting{border-left-color:var(--wait)}.overdue{border-left-color:var(--late)}.answered{border-left-color:var(--done)}.decide{border-left-color:var(--open)}
    .badge{font-weight:600}
    .tosend .badge{color:var(--send)}.waiting .badge{color:var(--wait)}.overdue .badge{color:var(--late)}.answered .badge{color:var(--done)}.decide .badge{color:var(--open)}
    .remark{font-size:.9rem;margin:.3rem 0;color:var(--soft)}
    .actions{margin-top:.35rem;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
    a{color:var(--send)}
    details{margin-top:.5rem}
    summary{cursor:pointer;font:.875rem system-ui,sans-serif}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;font:.95rem/1.5 Georgia,serif;background:var(--paper);border:1px solid var(--line);padding:1rem;border-radius:4px;max-height:32rem;overflow:auto}
    .left{margin-top:2rem;font-size:.95rem}
    footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.75rem}
    @media print{body{max-width:none;padding:0;background:#fff;color:#000;font-size:10pt}.tools,.actions,.copy{display:none}article{break-inside:avoid-page;border-color:#999}details::details-content{content-visibility:visible;block-size:auto}pre{max-height:none;border:0;padding:0}summary{display:none}}
    """

  static let script = """
    "use strict";
    const $=(id)=>document.getElementById(id);
    const list=$("list"),all=[...list.children];
    document.querySelector(".tools").hidden=false;
    function show(){
    const words=$("find").value.toLowerCase().split(" ").filter(Boolean),status=$("status").value,nation=$("nation").value;
    let n=0;
    for(const a of all){const t=a.textContent.toLowerCase();
    a.hidden=!(words.every((w)=>t.includes(w))&&(!status||a.dataset.status===status)&&(!nation||a.dataset.nation===nation));
    if(!a.hidden)n++}
    $("shown").textContent=n+" of "+all.length;
    const key=$("sort").value,of=(a)=>key==="order"?String(a.dataset.order).padStart(7,"0"):a.dataset[key]+" "+a.dataset.name;
    list.append(...[...all].sort((a,b)=>of(a)<of(b)?-1:1))}
    for(const id of["find","status","nation","sort"])$(id).addEventListener("input",show);
    show();
    async function copy(button){
    const pre=button.parentElement.querySelector("pre");
    try{await navigator.clipboard.writeText(pre.textContent)}
    catch{const range=document.createRange();range.selectNodeContents(pre);const s=getSelection();s.removeAllRanges();s.addRange(range);document.execCommand("copy")}
    button.textContent="Copied";setTimeout(()=>{button.textContent="Copy the letter"},2000)}
    for(const b of document.querySelectorAll(".copy")){b.hidden=false;b.addEventListener("click",()=>copy(b))}
    addEventListener("beforeprint",()=>{for(const d of document.querySelectorAll("details"))d.open=true});
    """
}
