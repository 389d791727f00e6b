//! The bytes of files that may have to be read in another way.

use std::fs::File;

use futures::TryStreamExt;
use sheets::UploadedFile;
use sqlx::PgConnection;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::error::Error;
use crate::ids::DraftId;

/// Bytes of one row.
const CHUNK: u64 = 1024 * 1024;

/// Keeps a file in place of the one that the draft has.
pub async fn replace(
    connection: &mut PgConnection,
    draft: DraftId,
    file: &UploadedFile,
) -> Result<(), Error> {
    delete(connection, draft).await?;
    let mut file = tokio::fs::File::from_std(file.reader()?);
    for number in 0.. {
        let mut bytes = Vec::new();
        (&mut file).take(CHUNK).read_to_end(&mut bytes).await?;
        if bytes.is_empty() {
            break;
        }
        sqlx::query("insert into draft_files (draft_id, number, bytes) values ($1, $2, $3)")
            .bind(draft)
            .bind(number)
            .bind(bytes)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Forgets the file.
pub async fn delete(connection: &mut PgConnection, draft: DraftId) -> sqlx::Result<()> {
    sqlx::query("delete from draft_files where draft_id = $1")
        .bind(draft)
        .execute(connection)
        .await?;
    Ok(())
}

/// The file, written to disk again; `None` where it is not kept.
pub async fn load(connection: &mut PgConnection, draft: DraftId) -> Result<Option<File>, Error> {
    let mut chunks =
        sqlx::query_scalar("select bytes from draft_files where draft_id = $1 order by number")
            .bind(draft)
            .fetch(connection);
    let mut file: Option<tokio::fs::File> = None;
    while let Some(bytes) = chunks.try_next().await? {
        let bytes: Vec<u8> = bytes;
        let mut open = match file.take() {
            Some(open) => open,
            None => tokio::fs::File::from_std(tempfile::tempfile()?),
        };
        open.write_all(&bytes).await?;
        file = Some(open);
    }
    let Some(mut file) = file else {
        return Ok(None);
    };
    file.flush().await?;
    Ok(Some(file.into_std().await))
}
