//! Every statement of the store is prepared against the migrated schema: a misspelt column fails here, without a test of its own.
//!
//! The statements are read from the sources. What is put together at run time cannot be read there; each of these places is
//! listed, so that a new one is a decision.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sqlx::{Executor, PgPool};
use syn::visit::{self, Visit};

/// Functions whose statements are put together at run time; other tests run them.
const AT_RUN_TIME: [&str; 28] = [
    "audit::insert",
    "audit::insert_refused_sign_in",
    "audit_pages::entries",
    "call_exports::next_calls",
    "call_exports::next_leads",
    "call_follow_ups::counts",
    "call_follow_ups::family",
    "call_follow_ups::rows",
    "erasures::erase_beside",
    "erasures::erase_everywhere_else",
    "leads::next_of",
    "leads::numbered",
    "leads::rows_with_number_of",
    "listed_calls::page",
    "numbers::called_by_others",
    "numbers::free",
    "numbers::newly_recent",
    "numbers::submitted",
    "people::has_second_factor",
    "pages::page",
    "retention::delete_words",
    "reviews::of_draft",
    "sessions::find",
    "steps::next",
    "stops::take",
    "task_history::page",
    "task_search::search",
    "users::caller",
];

/// What makes a query of a string.
const QUERIES: [&str; 3] = ["query", "query_as", "query_scalar"];

/// One file of the store, taken apart.
struct Module {
    name: String,
    file: syn::File,
}

/// Constants by module and name.
type Constants = BTreeMap<(String, String), String>;

#[derive(Default)]
struct Found {
    /// Statements with the function in which they stand.
    statements: Vec<(String, String)>,
    at_run_time: BTreeSet<String>,
}

/// Looks through one module.
struct Reader<'a> {
    module: &'a str,
    constants: &'a Constants,
    function: String,
    found: &'a mut Found,
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {
        // Tests stand in modules of the file.
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        let name = format!("{}::{}", self.module, function.sig.ident);
        let outer = std::mem::replace(&mut self.function, name);
        visit::visit_item_fn(self, function);
        self.function = outer;
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let syn::Expr::Path(path) = &*call.func {
            let names: Vec<String> = path
                .path
                .segments
                .iter()
                .map(|segment| segment.ident.to_string())
                .collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            match names[..] {
                ["sqlx", name] if QUERIES.contains(&name) => self.statement(&call.args[0]),
                ["QueryBuilder", "new"] => self.is_made_at_run_time(),
                _ => {}
            }
        }
        visit::visit_expr_call(self, call);
    }
}

impl Reader<'_> {
    fn statement(&mut self, argument: &syn::Expr) {
        match text(argument, self.module, self.constants) {
            Some(statement) => self
                .found
                .statements
                .push((self.function.clone(), statement)),
            None => self.is_made_at_run_time(),
        }
    }

    fn is_made_at_run_time(&mut self) {
        self.found.at_run_time.insert(self.function.clone());
    }
}

/// What a literal says, or a `format!` of a literal and constants.
fn text(argument: &syn::Expr, module: &str, constants: &Constants) -> Option<String> {
    match argument {
        syn::Expr::Lit(literal) => match &literal.lit {
            syn::Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        syn::Expr::Reference(reference) => text(&reference.expr, module, constants),
        syn::Expr::Macro(call) if call.mac.path.is_ident("format") => {
            let parse = syn::punctuated::Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
            let arguments = call.mac.parse_body_with(parse).ok()?;
            let mut arguments = arguments.iter();
            let pattern = text(arguments.next()?, module, constants)?;
            let others: Option<Vec<String>> = arguments
                .map(|argument| constant(argument, module, constants))
                .collect();
            filled(&pattern, others?, module, constants)
        }
        _ => None,
    }
}

/// The value of `COLUMNS` or `batches::COLUMNS`.
fn constant(path: &syn::Expr, module: &str, constants: &Constants) -> Option<String> {
    let syn::Expr::Path(path) = path else {
        return None;
    };
    let mut names = path.path.segments.iter().rev();
    let name = names.next()?.ident.to_string();
    let module = names
        .next()
        .map_or(module.to_owned(), |name| name.ident.to_string());
    constants.get(&(module, name)).cloned()
}

/// The pattern with its constants put in, those named in it and those behind it.
fn filled(
    pattern: &str,
    others: Vec<String>,
    module: &str,
    constants: &Constants,
) -> Option<String> {
    let mut others = others.into_iter();
    let mut filled = String::new();
    let doubled = ("\u{1}", "\u{2}");
    let pattern = pattern.replace("{{", doubled.0).replace("}}", doubled.1);
    let mut rest = pattern.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        let value = if name.is_empty() {
            others.next()?
        } else {
            let key = (module.to_owned(), name.to_owned());
            constants.get(&key)?.clone()
        };
        filled = filled + before + &value;
        rest = after;
    }
    filled += rest;
    Some(filled.replace(doubled.0, "{").replace(doubled.1, "}"))
}

fn modules() -> Vec<Module> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let files = std::fs::read_dir(&folder).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        assert!(path.is_file(), "{path:?} is a folder: read it here, too");
        let text = std::fs::read_to_string(&path).unwrap();
        Module {
            name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            file: syn::parse_file(&text).unwrap(),
        }
    });
    files.collect()
}

/// The constants of a module; and those that it takes from another one, under its own name.
fn constants(modules: &[Module]) -> Constants {
    let mut constants = Constants::new();
    for module in modules {
        for item in &module.file.items {
            if let syn::Item::Const(item) = item
                && let Some(value) = text(&item.expr, &module.name, &Constants::new())
            {
                constants.insert((module.name.clone(), item.ident.to_string()), value);
            }
        }
    }
    let own = constants.clone();
    for module in modules {
        for item in &module.file.items {
            if let syn::Item::Use(item) = item {
                for (of, name) in imports(&item.tree, "") {
                    if let Some(value) = own.get(&(of, name.clone())) {
                        constants.insert((module.name.clone(), name), value.clone());
                    }
                }
            }
        }
    }
    constants
}

/// The names that a `use` brings in, each with the module that it stands in.
fn imports(tree: &syn::UseTree, of: &str) -> Vec<(String, String)> {
    match tree {
        syn::UseTree::Path(path) => imports(&path.tree, &path.ident.to_string()),
        syn::UseTree::Name(name) => vec![(of.to_owned(), name.ident.to_string())],
        syn::UseTree::Group(group) => {
            let items = group.items.iter();
            items.flat_map(|tree| imports(tree, of)).collect()
        }
        syn::UseTree::Rename(_) | syn::UseTree::Glob(_) => Vec::new(),
    }
}

fn read(modules: &[Module]) -> Found {
    let constants = constants(modules);
    let mut found = Found::default();
    for module in modules {
        let mut reader = Reader {
            module: &module.name,
            constants: &constants,
            function: module.name.clone(),
            found: &mut found,
        };
        reader.visit_file(&module.file);
    }
    found
}

/// The statements of the store that can be read in the sources, each with the function in which it stands.
pub fn of_the_store() -> Vec<(String, String)> {
    read(&modules()).statements
}

#[sqlx::test(migrations = "../../migrations")]
async fn every_statement_of_the_store_fits_the_schema(pool: PgPool) {
    let found = read(&modules());
    let mut problems = Vec::new();
    for (function, statement) in &found.statements {
        if let Err(error) = (&pool).prepare(statement).await {
            problems.push(format!("{function}: {error}\n    {statement}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    println!(
        "{} statements fit, {} functions make theirs at run time",
        found.statements.len(),
        found.at_run_time.len()
    );
    assert!(found.statements.len() > 100, "the sources can be read");
    let listed: BTreeSet<String> = AT_RUN_TIME.iter().map(|&name| name.to_owned()).collect();
    assert_eq!(
        found.at_run_time, listed,
        "these make statements at run time"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_misspelt_column_is_found(pool: PgPool) {
    let planted = "const COLUMNS: &str = \"id, nmae\"; \
                   async fn one() { sqlx::query_as(&format!(\"select {COLUMNS} from tasks where id = $1\")) } \
                   async fn two() { sqlx::query(&statement) }";
    let module = Module {
        name: "planted".to_owned(),
        file: syn::parse_str(planted).unwrap(),
    };
    let found = read(&[module]);
    let [(function, statement)] = &found.statements[..] else {
        panic!("one statement can be read: {:?}", found.statements);
    };
    assert_eq!(function, "planted::one");
    assert_eq!(
        found.at_run_time,
        BTreeSet::from(["planted::two".to_owned()])
    );
    let error = (&pool).prepare(statement).await.err().unwrap();
    assert!(error.to_string().contains("nmae"), "{error}");
}
