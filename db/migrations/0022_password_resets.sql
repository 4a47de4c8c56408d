-- A forgotten password is set anew by a link that goes to the account's address, once, within half an hour. Of the
-- link only a hash is kept. All of this runs on real time: the demonstration clock must neither end nor prolong it.

CREATE TABLE "password_resets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "password_resets_token_unique" UNIQUE("token_hash"),
	CONSTRAINT "password_resets_one_end" CHECK (num_nonnulls("password_resets"."used_at", "password_resets"."ended_at") <= 1)
);
--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "password_resets_one_open" ON "password_resets" USING btree ("user_id") WHERE used_at is null and ended_at is null;--> statement-breakpoint
CREATE INDEX "password_resets_expires" ON "password_resets" USING btree ("expires_at");
--> statement-breakpoint
-- The portal's login may not touch the table at all: it knows no link but the one that somebody holds.
grant select, insert, update, delete on password_resets to suanquan_engine;
--> statement-breakpoint
alter table password_resets enable row level security;
--> statement-breakpoint
alter table password_resets force row level security;
--> statement-breakpoint
create policy engine on password_resets to suanquan_engine using (true) with check (true);
--> statement-breakpoint
/*
 * Keeps a link that was asked for and puts its letter into the outbox; false where nothing is to be sent: no account
 * has this address or it is closed, the half hour is over already, the same was done before, or something newer was
 * asked for. For the portal alone, because the letter goes to whatever the address is. Lock order: user, then link.
 */
create function app.begin_password_reset(_id uuid, _email text, _token_hash text, _asked_at timestamptz, _values jsonb)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  u users;
  expires timestamptz := _asked_at + interval '30 minutes';
begin
  if not app.is_portal() then raise 'only the portal begins resets' using errcode = '42501'; end if;
  select * into u from users where email = _email and disabled_at is null for no key update;
  if not found or expires <= now() then return false; end if;
  perform 1 from password_resets where user_id = u.id and (id = _id or asked_at >= _asked_at);
  if found then return false; end if;
  update password_resets set ended_at = now() where user_id = u.id and used_at is null and ended_at is null;
  insert into password_resets (id, user_id, token_hash, asked_at, expires_at)
    values (_id, u.id, _token_hash, _asked_at, expires);
  insert into mails (recipient, locale, template, values) values (u.email, u.locale, 'password_reset', _values);
  -- Clears away what opens nothing any more, a little each time, past what others hold. Comes last and waits for nobody,
  -- because the links are other users' too.
  delete from password_resets where id in (
    select id from password_resets where expires_at < now() - interval '1 day' limit 100 for update skip locked);
  return true;
end $$;
--> statement-breakpoint
-- Finds the account whose password a link may set anew.
create function app.find_password_reset(_token_hash text) returns table (email text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select u.email from password_resets r join users u on u.id = r.user_id
  where r.token_hash = _token_hash and r.used_at is null and r.ended_at is null and r.expires_at > now()
    and u.disabled_at is null $$;
--> statement-breakpoint
/*
 * Uses a link up: sets the new password and ends every session of its owner; answers with them, or with nothing where
 * the link cannot be used. Whoever signs in holds the user's row until the session stands, so that none is missed.
 */
create function app.finish_password_reset(_token_hash text, _password_hash text)
  returns table (user_id uuid, name text, email text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare u users;
begin
  select o.* into u from users o join password_resets r on r.user_id = o.id
    where r.token_hash = _token_hash and o.disabled_at is null for no key update of o;
  if not found then return; end if;
  update password_resets r set used_at = now()
    where r.token_hash = _token_hash and r.used_at is null and r.ended_at is null and r.expires_at > now();
  if not found then return; end if;
  update users o set password_hash = _password_hash where o.id = u.id;
  update sessions s set revoked_at = now()
    where s.user_id = u.id and s.revoked_at is null and s.expires_at > now();
  return query select u.id, u.name, u.email;
end $$;
--> statement-breakpoint
-- Tells the person in whose name the transaction writes what became of their account: on their page and by a letter at
-- once, whatever they wished.
create function app.tell_myself(_template text, _values jsonb) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with told as (
    insert into notifications (user_id, template, values, mail)
    select u.id, _template, _values, 'at_once' from users u
    where u.id = app.user_id() and u.disabled_at is null
    returning id, user_id
  )
  insert into mails (recipient, locale, template, values, notification_id)
    select u.email, u.locale, _template, _values, t.id from told t join users u on u.id = t.user_id $$;
--> statement-breakpoint
-- Finds the session that a browser still has the envelope of, although it ended: cut off by its owner, or run out. Nothing
-- while it lasts, and nothing of a closed account.
create function app.ended_session(_id_hash text, _idle interval)
  returns table (user_id uuid, email text, revoked boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.email, s.revoked_at is not null
  from sessions s join users u on u.id = s.user_id
  where s.id_hash = _id_hash and u.disabled_at is null
    and (s.revoked_at is not null or s.expires_at <= now() or s.last_seen_at <= now() - _idle) $$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  foreach f in array array[
    'app.begin_password_reset(uuid, text, text, timestamptz, jsonb)', 'app.find_password_reset(text)',
    'app.finish_password_reset(text, text)', 'app.tell_myself(text, jsonb)', 'app.ended_session(text, interval)'
  ]::regprocedure[] loop
    execute format('alter function %s owner to suanquan_engine', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to suanquan_app', f);
  end loop;
end $$;
