//! `quarry dashboard`: a fresh single-use link to the running instance's dashboard.

use quarry_api::operator::DashboardLink;

use crate::error::AppError;
use crate::output::Output;
use crate::session::Session;

pub(crate) async fn run(session: &Session, output: &Output) -> Result<(), AppError> {
    let run = session.run_file()?;
    let url = format!("{}/v1/dashboard-links", run.urls.dashboard.trim_end_matches('/'));
    let away = |error: reqwest::Error| AppError::Unreachable {
        message: format!("cannot reach the dashboard at {}: {error}", run.urls.dashboard),
        hint: "start it with: quarry up".to_owned(),
    };
    let response = reqwest::Client::builder()
        .no_proxy()
        .build()
        .map_err(away)?
        .post(&url)
        .bearer_auth(&run.operator_token)
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
