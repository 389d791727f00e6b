//! A database that goes away under the program, as when it restarts.

use sqlx::{Connection, PgConnection};

use crate::support::World;

/// A connection with another database of the same server, from which the world's own is made to fail.
pub struct Outside {
    connection: PgConnection,
    database: String,
}

impl World {
    pub async fn outside(&self) -> Outside {
        let options = self.owner.connect_options();
        let database = options.get_database().unwrap().to_owned();
        let options = (*options).clone().database("postgres");
        let connection = PgConnection::connect_with(&options).await.unwrap();
        Outside {
            connection,
            database,
        }
    }
}

impl Outside {
    /// Every connection breaks; new ones are accepted.
    pub async fn cut_connections(&mut self) {
        sqlx::query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1")
            .bind(&self.database)
            .execute(&mut self.connection)
            .await
            .unwrap();
    }

    /// Every connection breaks, and no new one is accepted.
    pub async fn stop_database(&mut self) {
        self.allow_connections(false).await;
        self.cut_connections().await;
    }

    pub async fn start_database(&mut self) {
        self.allow_connections(true).await;
    }

    async fn allow_connections(&mut self, allowed: bool) {
        let database = &self.database;
        let allow = format!("alter database {database:?} allow_connections {allowed}");
        sqlx::query(&allow)
            .execute(&mut self.connection)
            .await
            .unwrap();
    }
}
