//! `quarry jobs`: list, show, follow, cancel.

use quarry_api::exchange::JobView;

use super::buy;
use crate::cli::{JobsArgs, JobsCommand};
use crate::error::AppError;
use crate::output::{Output, table};
use crate::session::Session;

pub(crate) async fn run(
    session: &Session,
    args: &JobsArgs,
    output: &Output,
) -> Result<(), AppError> {
    match &args.action {
        Some(JobsCommand::Show(job)) => {
            let account = session.account(&job.account, &job.passphrase).await?;
            let view = account.job(job.job).await?;
            output.result(&view, |view| jobs_text(std::slice::from_ref(view)))?;
            Ok(())
        }
        Some(JobsCommand::Wait(job)) => {
            let account = session.account(&job.account, &job.passphrase).await?;
            buy::follow_and_tell(&account, job.job, output).await
        }
        Some(JobsCommand::Cancel(job)) => {
            let account = session.account(&job.account, &job.passphrase).await?;
            let view = account.cancel_job(job.job).await?;
            output.result(&view, |view| format!("job {} cancelled", view.job))?;
            Ok(())
        }
        None => {
            let mut jobs = Vec::new();
            for account in super::account::owners(session, &args.owner).await? {
                jobs.extend(account.jobs().await?);
            }
            jobs.sort_by_key(|job| job.job);
            output.result(&jobs, |jobs| jobs_text(jobs))?;
            Ok(())
        }
    }
}

fn jobs_text(jobs: &[JobView]) -> String {
    if jobs.is_empty() {
        return "no jobs; buy one with: quarry buy nonce --data hello -D 24".to_owned();
    }
    let mut table = table(&["JOB", "UNIT", "STATE", "PRICE", "FEE", "NONCE", "HASH"]);
    for job in jobs {
        for unit in &job.units {
            let amount =
                |a: Option<quarry_primitives::Amount>| a.map(|a| a.to_string()).unwrap_or_default();
            table.add_row([
                job.job.to_string(),
                unit.unit.to_string(),
                unit.state.clone(),
                amount(unit.price),
                amount(unit.fee),
                unit.nonce.map(|n| n.to_string()).unwrap_or_default(),
                unit.hash.clone().unwrap_or_default(),
            ]);
        }
    }
    table.to_string()
}
