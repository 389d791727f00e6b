//! From what went wrong to what a person may read of it.
//!
//! A failure of our own is logged here, once, under a short reference; only the reference crosses to the browser.

use localization::Message;

use crate::web::clock;
use crate::web::error::{AppError, ErrorKind};

impl From<backend::Error> for AppError {
    fn from(error: backend::Error) -> AppError {
        if let Some(sentence) = error.try_again_later() {
            tracing::warn!(error = chain(&error), "a request was put off");
            return AppError::busy(sentence);
        }
        match error {
            backend::Error::NotFound => AppError::not_found(),
            backend::Error::Forbidden(sentence) => AppError::forbidden(sentence),
            backend::Error::Conflict(sentence) => AppError::conflict(sentence),
            backend::Error::TooOften { sentence, .. } => {
                AppError::new(ErrorKind::TooOften, sentence)
            }
            backend::Error::Provider(sentence) => AppError::provider(sentence),
            backend::Error::Problems(problems) => {
                let sentences = problems.into_iter().map(|problem| problem.sentence);
                AppError::edit(Message::sentences(sentences))
            }
            error => logged(&error),
        }
    }
}

/// Logs a failure of our own, and gives what may be told of it.
pub fn logged(error: &(dyn std::error::Error + 'static)) -> AppError {
    let reference = reference();
    tracing::error!(reference, error = chain(error), "a request failed");
    AppError::failed(reference)
}

/// A short random word that a person can read out.
pub fn reference() -> String {
    hex::encode(clock::random::<4>())
}

/// The error and what caused it. `Display` only: `Debug` of a database error repeats values of the row.
fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::messages::errors;

    #[test]
    fn sentences_for_people_pass() {
        let told = Message::verbatim("Load it again.");
        let error = AppError::from(backend::Error::Conflict(told.clone()));
        assert_eq!(error, AppError::conflict(told));
    }

    #[test]
    fn text_of_the_database_stays_in_the_log() {
        let error = AppError::from(backend::Error::from(sqlx::Error::Protocol(
            "secret table".to_owned(),
        )));
        assert_eq!(error.kind, ErrorKind::Failed);
        assert!(!error.sentence.contains("secret"));
        assert_eq!(error.reference.map(|reference| reference.len()), Some(8));
    }

    #[sqlx::test(migrations = false)]
    async fn a_time_out_of_the_database_is_told_as_one_and_not_as_our_failure(pool: sqlx::PgPool) {
        let mut connection = pool.acquire().await.unwrap();
        for (statement, kind) in [
            (
                "set statement_timeout = 50; select pg_sleep(3600)",
                ErrorKind::Busy,
            ),
            ("select 1 / 0", ErrorKind::Failed),
        ] {
            let failed = sqlx::raw_sql(statement).execute(&mut *connection).await;
            let error = AppError::from(backend::Error::from(failed.unwrap_err()));
            assert_eq!(error.kind, kind, "{statement}");
        }
        assert_eq!(AppError::busy(errors::busy()).status(), 503);
    }

    #[test]
    fn the_log_tells_the_cause_too() {
        let error = backend::Error::from(sqlx::Error::PoolTimedOut);
        assert!(
            chain(&error).starts_with("the database failed: pool timed out"),
            "{}",
            chain(&error)
        );
    }
}
