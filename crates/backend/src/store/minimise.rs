//! What nobody needs of a draft that was submitted: its kept file, its edit steps, columns that fill nothing.

use leads::Mapping;
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::ids::{AccountId, DraftId, TaskId};

/// A submitted draft of which what nobody needs is dropped.
#[derive(sqlx::FromRow)]
pub struct DraftToMinimise {
    pub draft_id: DraftId,
    pub task_id: Option<TaskId>,
    pub account_id: AccountId,
    pub behind: i32,
    pub mapping: Option<Json<Mapping>>,
    pub headers: Option<Vec<String>>,
}

/// One of them that nobody works on.
pub async fn next_draft(connection: &mut PgConnection) -> sqlx::Result<Option<DraftToMinimise>> {
    sqlx::query_as(
        "select draft_id, task_id, account_id, behind, mapping, headers from (select draft_id, behind from drafts_to_minimise \
         order by draft_id limit 1 for update skip locked) as due join drafts on drafts.id = draft_id",
    )
    .fetch_optional(connection)
    .await
}

/// Deletes the kept file of a draft with what is shown of it, and its edit steps: whether there was a file, and how many steps.
pub async fn delete_file_and_steps(
    connection: &mut PgConnection,
    draft: DraftId,
) -> sqlx::Result<(bool, u64)> {
    let file = sqlx::query("delete from draft_files where draft_id = $1")
        .bind(draft)
        .execute(&mut *connection)
        .await?;
    let steps = sqlx::query("delete from steps where draft_id = $1")
        .bind(draft)
        .execute(&mut *connection)
        .await?;
    forget_first_rows(connection, draft).await?;
    Ok((file.rows_affected() > 0, steps.rows_affected()))
}

/// Forgets the first rows of a file, and how they read in other encodings: they are for whoever has it read in another way, which needs the
/// file. The draft stays as it is.
pub(super) async fn forget_first_rows(
    connection: &mut PgConnection,
    draft: DraftId,
) -> sqlx::Result<()> {
    sqlx::query(
        "update drafts set format = format - 'first_rows' - 'previews' where id = $1 and format is not null",
    )
    .bind(draft)
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes that result files of a task leave out the columns that fill nothing.
pub async fn mark_columns_dropped(connection: &mut PgConnection, task: TaskId) -> sqlx::Result<()> {
    sqlx::query("update task_retention set columns_dropped = true where task_id = $1")
        .bind(task)
        .execute(connection)
        .await?;
    Ok(())
}

/// Empties the cells of all but those columns (from 1) in the next rows of a draft; the last row of them, or nothing where there is none.
/// Cells keep their places, so that what is sent stays the same to the byte.
pub async fn empty_columns(
    connection: &mut PgConnection,
    (draft, behind): (DraftId, i32),
    kept: &[i64],
    most: i64,
) -> sqlx::Result<Option<i32>> {
    sqlx::query_scalar(
        "with emptied as (update leads set cells = (select coalesce(array_agg(case when place = any($3) then cell else '' end order by place), '{}') \
                 from unnest(cells) with ordinality as cells (cell, place)) \
             where draft_id = $1 and row in (select row from leads where draft_id = $1 and row > $2 order by row limit $4) returning row) \
         select max(row) from emptied",
    )
    .bind(draft)
    .bind(behind)
    .bind(kept)
    .bind(most)
    .fetch_one(connection)
    .await
}

/// Goes on behind that row with the next turn; done where there is none.
pub async fn minimised(
    connection: &mut PgConnection,
    draft: DraftId,
    behind: Option<i32>,
) -> sqlx::Result<()> {
    let query = match behind {
        Some(_) => {
            sqlx::query("update drafts_to_minimise set behind = $2 where draft_id = $1").bind(draft)
        }
        None => sqlx::query(
            "delete from drafts_to_minimise where draft_id = $1 and $2::integer is null",
        )
        .bind(draft),
    };
    query.bind(behind).execute(connection).await?;
    Ok(())
}
