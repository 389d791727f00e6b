//! Sources of the rules that came with the program.

use sqlx::PgPool;

use crate::upgrades::upgraded;

/// The last migration before the source of the rule for India was corrected.
const BEFORE: i64 = 68;

/// Ana has confirmed one of the two rules for India as it came, and made a version of the other with its source, which she did not confirm.
const OF_THE_VERSION_BEFORE: &str = "
    insert into users (id, email, name, role, password_hash, created_at) values
        ('01920000-0000-7000-8000-000000000001', 'ana@example.com', 'Ana', 'admin', '', now());
    update calling_rules set confirmed_by = '01920000-0000-7000-8000-000000000001', confirmed_at = now()
        where country = 'IN' and sector = 'finance';
    insert into calling_rules (country, sector, version, days, from_minute, to_minute, zones, on_holidays, action, source, read_on,
        made_by, made_at)
        select country, sector, 2, days, from_minute, to_minute, zones, on_holidays, action, source, read_on,
            '01920000-0000-7000-8000-000000000001', now() from calling_rules where country = 'IN' and sector = 'other';
    insert into calling_rules (country, sector, version, days, from_minute, to_minute, zones, on_holidays, action, source, read_on, made_at)
        select country, sector, 3, days, from_minute, to_minute, zones, on_holidays, action, 'Our lawyer', read_on, now()
            from calling_rules where country = 'IN' and sector = 'other' and version = 1;
";

#[sqlx::test(migrations = false)]
async fn the_source_for_india_is_corrected_where_nobody_has_made_it_their_own(pool: PgPool) {
    upgraded(&pool, BEFORE, OF_THE_VERSION_BEFORE).await;
    let found: Vec<(String, i32, bool)> = sqlx::query_as(
        "select sector, version, source like '%conversailabs.com%' from calling_rules where country = 'IN' order by 1, 2",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let is_corrected = |sector: &str, version, is| (sector.to_owned(), version, is);
    assert_eq!(
        found,
        [
            is_corrected("finance", 1, false),
            is_corrected("other", 1, true),
            is_corrected("other", 2, false),
            is_corrected("other", 3, false),
        ]
    );
    let elsewhere: i64 = sqlx::query_scalar(
        "select count(*) from calling_rules where country <> 'IN' and source like '%conversailabs.com%'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(elsewhere, 0);
}
