//! Files that were made to do harm, in this process: what the limits of the reader itself make of them.

#[path = "../../benches/hostile/mod.rs"]
mod files;

use files::Scale;
use sheets::ReadOptions;

use super::{Rows, country};

#[test]
fn every_hostile_file_ends_as_it_should() {
    let mut wrong = Vec::new();
    for hostile in files::all() {
        let mut file = (hostile.make)(Scale::Small);
        let options = ReadOptions::new(country("ID"), &[]);
        let outcome = sheets::read(&mut file, &options, &mut Rows::default());
        if !(hostile.ends)(Scale::Small).is(&outcome) {
            wrong.push(format!("{}: {outcome:?}", hostile.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
