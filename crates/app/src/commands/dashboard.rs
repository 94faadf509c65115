//! `quarry dashboard`: a fresh single-use link to the running instance's dashboard, or to a miner's or a
//! pool's page.

use quarry_api::operator::DashboardLink;

use super::mine::Place;
use crate::error::AppError;
use crate::output::Output;
use crate::session::Session;

/// `place` is that of another page than the instance's.
pub(crate) async fn run(
    session: &Session,
    place: Option<Place>,
    output: &Output,
) -> Result<(), AppError> {
    let (base, token, start) = if let Some(place) = place {
        let (url, token) = place.running().map_err(|error| match (error, session.run_file()) {
            // Its own miner and pool are on its dashboard.
            (AppError::Unreachable { message, .. }, Ok(_)) => AppError::Unreachable {
                message,
                hint: "that of the running quarry up is on its dashboard: quarry dashboard"
                    .to_owned(),
            },
            (error, _) => error,
        })?;
        (url, token, place.command())
    } else {
        let run = session.run_file()?;
        (run.urls.dashboard, run.operator_token, "quarry up")
    };
    let url = format!("{}/v1/dashboard-links", base.trim_end_matches('/'));
    let away = |error: reqwest::Error| AppError::Unreachable {
        message: format!("cannot reach the dashboard at {base}: {error}"),
        hint: format!("start it with: {start}"),
    };
    let response = reqwest::Client::builder()
        .no_proxy()
        .build()
        .map_err(away)?
        .post(&url)
        .bearer_auth(&token)
        .header("content-type", "application/json")
        .body("{}")
        .send()
        .await
        .map_err(away)?;
    if !response.status().is_success() {
        return Err(AppError::failed(format!("cannot get a link: {}", response.status())));
    }
    let link: DashboardLink = response.json().await.map_err(away)?;
    output.result(&link, |link| link.url.clone())?;
    Ok(())
}
