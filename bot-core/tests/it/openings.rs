//! Direct channels are counted in the database, over restarts and processes.

use bot_core::domain::identity::Platform;
use bot_core::domain::time::MINUTE_MS;
use bot_core::error::Fault;
use bot_core::services::{Call, openings};
use bot_testing::TestApp;

/// The same on each engine there is.
async fn apps() -> anyhow::Result<Vec<TestApp>> {
    let mut apps = vec![TestApp::sqlite().await?];
    apps.extend(TestApp::postgres().await?);
    Ok(apps)
}

async fn take(app: &TestApp) -> anyhow::Result<bool> {
    let call = Call::new(app.app.services(), None);
    Ok(openings::take(&call, Platform::Discord).await.map_err(Fault::from)?)
}

/// How many of `tries` are allowed.
async fn taken(app: &TestApp, tries: usize) -> anyhow::Result<usize> {
    let mut count = 0;
    for _ in 0..tries {
        count += usize::from(take(app).await?);
    }
    Ok(count)
}

#[tokio::test]
async fn ten_in_ten_minutes_and_a_hundred_a_day_over_restarts() -> anyhow::Result<()> {
    for app in apps().await? {
        assert_eq!(taken(&app, 7).await?, 7);
        let app = app.restart().await?;
        assert_eq!(taken(&app, 7).await?, 3, "those of the life before count");
        let mut today = 10;
        for _ in 0..12 {
            app.clock.advance_millis(10 * MINUTE_MS);
            today += taken(&app, 11).await?;
        }
        assert_eq!(today, 100);
        app.clock.advance_millis(24 * 60 * MINUTE_MS);
        assert!(take(&app).await?, "a new day");
    }
    Ok(())
}

#[tokio::test]
async fn a_pause_doubles_and_outlives_a_restart() -> anyhow::Result<()> {
    let app = TestApp::sqlite().await?;
    let pause = async |app: &TestApp| {
        let call = Call::new(app.app.services(), None);
        openings::pause(&call, Platform::Discord).await.map_err(Fault::from)
    };
    pause(&app).await?;
    app.clock.advance_millis(9 * MINUTE_MS);
    let app = app.restart().await?;
    assert!(!take(&app).await?);
    app.clock.advance_millis(MINUTE_MS);
    assert!(take(&app).await?);
    pause(&app).await?;
    app.clock.advance_millis(19 * MINUTE_MS);
    assert!(!take(&app).await?);
    app.clock.advance_millis(MINUTE_MS);
    assert!(take(&app).await?);
    Ok(())
}
