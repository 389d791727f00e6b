{const all=q=>[...document.querySelectorAll(q)],byId=id=>document.getElementById(id),on=addEventListener;
const single=byId('single-keys'),keys={'/':['[data-search]','focus'],n:['[data-new]','click'],'?':['#shortcuts','togglePopover']};
single.checked=localStorage.keys!='off';
on('keydown',e=>{
 pointed=0;
 used=Date.now();
 if(e.defaultPrevented||e.repeat||e.altKey)return;
 let [q,act]=(e.ctrlKey||e.metaKey?e.key=='Enter'&&['[data-next]','click']
  :single.checked&&!e.target.closest('input,select,textarea')&&keys[e.key])||[];
 let [found]=q?all(q):[];
 if(found){e.preventDefault();found[act]()}
});
const data=form=>[...new FormData(form)].join();
const guarded=all('[data-guard]').map(form=>[form,form.dataset.guard||data(form)]);
let sent,pointed,stays,used=Date.now();
on('pointerdown',()=>{pointed=1;used=Date.now()});
const left=byId('page-left'),tabs=new BroadcastChannel('coxswain');
const leave=tabs.onmessage=()=>{left.hidden=guarded.length=0;document.body.replaceChildren(left)};
setInterval(()=>Date.now()-used>left.dataset.after*1e3&&leave(),6e4);
on('submit',e=>sent=e.target);
on('input',()=>sent=null);
on('beforeunload',e=>guarded.some(([form,was])=>form!=sent&&data(form)!=was)&&e.preventDefault());
const show=({id,value})=>all(`[data-for^="${id}:"]`).forEach(p=>p.hidden=p.dataset.for!=id+':'+value);
all('[data-shows]').forEach(show);
on('change',({target:t})=>{
 if(t==single)localStorage.keys=t.checked||'off';
 if(t.matches('[data-shows]')){
  show(t);
  for(let [id,value] of Object.entries(t.selectedOptions[0].dataset))byId(id).value=value;
 }
 if(pointed&&t.matches('[role=search] select'))t.form.submit();
});
const label=t=>t.id||(t.ariaLabel||t.textContent).replace(/[\d.,]+/g,''),here=location.pathname,kept=sessionStorage;
on('click',({target:t})=>stays=t.closest('[data-stay]')?.dataset.stay==''&&t.closest('a,button'));
on('pagehide',()=>{
 if(sent?.matches('[action$="/sign-out"]'))tabs.postMessage(0);
 if(stays)kept.kept=JSON.stringify([here,scrollY,label(stays),all('[open]>summary').map(label)]);
});
const [path,top,pressed,open]=JSON.parse(kept.kept||'[]');
delete kept.kept;
if(path==here){
 all('summary').forEach(t=>t.parentNode.open||=open.includes(label(t)));
 history.replaceState(0,'',here+location.search);
 scrollTo(0,top);
 all('[data-stay] :is(a,button)').find(t=>label(t)==pressed)?.focus({preventScroll:1});
}
all('[data-left]').forEach(t=>{
 let end=Date.now()/1e3+ +t.dataset.left;
 setInterval(()=>{
  let left=end-Date.now()/1e3|0;
  if(left<121)t.innerText=' '+(left>0?t.dataset.soon.replace('{seconds}',left):t.dataset.over);
 },1e3);
});
const board=navigator.clipboard;
all('[data-copy]').forEach(t=>{
 t.hidden=!board;
 t.onclick=()=>board.writeText(byId(t.dataset.copy).innerText).then(()=>t.innerText=t.dataset.copied);
});}
