// The history as a careful person would write it with node:http and pg: who asks, the page and the counts as three prepared
// statements at once, and strings put together by hand. It answers any path, to a session that Coxswain has made.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

pg.types.setTypeParser(20, Number);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

const asks = {
  name: 'asks',
  text: `select users.name as person, accounts.name as account, accounts.zone,
    (select json_agg(json_build_array(account_lines.name, label) order by position) from account_lines
      where account_id = accounts.id) as lines
    from tower_sessions.session as session, users, accounts
    where session.id = $1 and expiry_date > now() limit 1`,
};
const page = {
  name: 'page',
  text: `select page.*, of_parts.* from (select tasks.id, tasks.name, settings ->> 'robot_name' as robot, users.name as by_name,
      submitted_at, lead_count, sandbox, state from tasks join users on users.id = submitted_by
      order by submitted_at desc, tasks.id desc limit 51) as page
    cross join lateral (select count(*) as parts, (array_agg(provider_name order by number))[1] as provider_name,
      json_agg(calls) filter (where calls is not null) as calls from parts where task_id = page.id) as of_parts
    order by submitted_at desc, id desc`,
};
const counts = {
  name: 'counts',
  text: `select count(*) as total, count(*) filter (where state = any ($1)) as needs_a_look,
    (select count(*) from drafts where task_id is null) as drafts from tasks`,
};
const needsALook = ['unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up'];

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text).replace(/[&<>"]/g, (letter) => entities[letter]);
const moments = new Map();
const moment = (at, zone) => {
  if (!moments.has(zone)) {
    moments.set(zone, new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }));
  }
  return moments.get(zone).format(at);
};

function row(task, zone) {
  const calls = task.calls === null ? '<span class="muted">–</span>' : `<span class="calls">${escape(task.calls.length)}</span>`;
  const parts = task.parts > 1 ? `<small>${task.parts} parts</small>` : '';
  return `<tr><td class="name"><a class="title" href="/tasks/${task.id}">${escape(task.name)}</a>
    <small class="mono">${escape(task.provider_name)}</small></td>
    <td><span class="badge good">${escape(task.state)}</span>${task.sandbox ? '<small>Sandbox</small>' : ''}</td>
    <td class="name">${escape(task.robot)}</td><td class="number">${task.lead_count}${parts}</td><td>${calls}</td>
    <td class="number"></td><td>${escape(task.by_name)}<small><time datetime="${task.submitted_at.toISOString()}">${moment(task.submitted_at, zone)}</time></small></td></tr>`;
}

function draw(asking, tasks, count) {
  const shown = tasks.slice(0, 50);
  const states = ['Sending', 'Created', 'Unknown', 'Absent', 'Refused', 'Not sent', 'Given up', 'Partly created'];
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tasks · Coxswain</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/pkg/coxswain.css"></head>
    <body><a class="skip" href="#content">Skip to content</a><div class="layout"><header class="rail">
    <a class="brand" href="/tasks">Coxswain</a><a class="button primary" href="/tasks/new">New task</a>
    <nav aria-label="Main"><ul><li><a href="/tasks" aria-current="true">Tasks</a></li><li><a href="/robots">Robots</a></li>
    <li><a href="/settings">Settings</a></li></ul></nav><div class="rail-foot"><strong>${escape(asking.account)}</strong>
    ${moment(new Date(), asking.zone)} · ${escape(asking.zone)}<form method="post" action="/sign-out">${escape(asking.person)}
    <button class="link">Sign out</button></form></div></header><main id="content" tabindex="-1"><div class="page-head"><h1>Tasks</h1>
    <p>Everything submitted from this account, newest first. Times in ${escape(asking.zone)}.</p></div><section class="card"><header>
    <ul class="tabs"><li><a href="/tasks" aria-current="true">All ${count.total}</a></li><li><a href="/drafts">Drafts ${count.drafts}</a></li>
    <li><a href="/tasks?state=needs_a_look">Needs a look ${count.needs_a_look}</a></li><li><a href="/tasks?by=me">Mine</a></li></ul>
    <form action="/tasks"><input name="q"><select name="state">${states.map((state) => `<option>${state}</option>`).join('')}</select>
    <button>Search</button></form></header><table><thead><tr><th>Task</th><th>State</th><th>Robot</th><th>Leads</th><th>Outcome</th>
    <th>Reach rate</th><th>By</th></tr></thead><tbody>${shown.map((task) => row(task, asking.zone)).join('')}</tbody></table></section>
    ${tasks.length > 50 ? '<a href="/tasks?before=">Older</a>' : ''}</main></div></body></html>`;
}

const server = createServer(async (request, response) => {
  const session = (request.headers.cookie ?? '').split('coxswain=')[1]?.split(';')[0] ?? '';
  try {
    const digest = createHash('sha256').update(session).digest('hex');
    const [asking, tasks, count] = await Promise.all([
      pool.query({ ...asks, values: [digest] }),
      pool.query(page),
      pool.query({ ...counts, values: [needsALook] }),
    ]);
    if (asking.rows.length === 0) {
      response.writeHead(303, { location: '/sign-in' }).end();
      return;
    }
    const body = Buffer.from(draw(asking.rows[0], tasks.rows, count.rows[0]));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-length': body.length });
    response.end(body);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
