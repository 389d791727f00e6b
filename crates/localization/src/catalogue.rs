//! The texts of some messages in every language.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::argument::{Argument, Number};
use crate::language::Language;
use crate::message::LESS_THAN;
use crate::number;

type Bundle = FluentBundle<Arc<FluentResource>>;

/// The terms of the trade, which every catalogue may use.
static GLOSSARIES: LazyLock<[Arc<FluentResource>; 4]> = LazyLock::new(|| {
    [
        include_str!("../glossary/en/glossary.ftl"),
        include_str!("../glossary/zh-Hans/glossary.ftl"),
        include_str!("../glossary/es-MX/glossary.ftl"),
        include_str!("../glossary/id/glossary.ftl"),
    ]
    .map(|text| Arc::new(resource(text)))
});

/// The texts of one file in every language, read when the first of them is asked for.
pub struct Catalogue {
    texts: [&'static str; 4],
    bundles: [OnceLock<Bundle>; 5],
}

impl Catalogue {
    /// The catalogue with those texts of Fluent, in the order of [`Language::ALL`]. The build script of the crate has compared them.
    pub const fn new(texts: [&'static str; 4]) -> Catalogue {
        Catalogue {
            texts,
            bundles: [const { OnceLock::new() }; 5],
        }
    }

    /// The text of a message. One without variables is not copied: pages have hundreds of them.
    pub(crate) fn text(
        &'static self,
        id: &'static str,
        arguments: &[(&'static str, Argument)],
        language: Language,
    ) -> Cow<'static, str> {
        let bundle = self.bundles[language.index()].get_or_init(|| self.bundle(language));
        let pattern = bundle.get_message(id).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            return Cow::Borrowed(id);
        };
        let values = (!arguments.is_empty()).then(|| {
            let values = arguments.iter();
            let values = values.map(|(name, argument)| (*name, value(argument, language)));
            values.collect::<FluentArgs>()
        });
        // The build script has looked at what could go wrong: what is left is told by the text itself.
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, values.as_ref(), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        text
    }

    fn bundle(&self, language: Language) -> Bundle {
        // The pseudo language has the texts of English.
        let of = language.index() % self.texts.len();
        let mut bundle = Bundle::new_concurrent(vec![identifier(Language::ALL[of])]);
        // The marks of direction around variables are for languages that are written from right to left.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(FORMATTERS[language.index()]));
        if language == Language::Pseudo {
            bundle.set_transform(Some(pseudo));
        }
        let builtins = bundle.add_builtins();
        debug_assert!(builtins.is_ok(), "{builtins:?}");
        bundle.add_resource_overriding(Arc::clone(&GLOSSARIES[of]));
        bundle.add_resource_overriding(Arc::new(resource(self.texts[of])));
        bundle
    }
}

/// For plural rules.
fn identifier(language: Language) -> LanguageIdentifier {
    language.tag().parse().unwrap_or_default()
}

fn resource(text: &str) -> FluentResource {
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            debug_assert!(errors.is_empty(), "{errors:?}");
            resource
        }
    }
}

/// What stands for a variable. A `<` in it begins no element.
fn value(argument: &Argument, language: Language) -> FluentValue<'_> {
    let text = match argument {
        Argument::Text(text) => Cow::Borrowed(text.as_str()),
        Argument::Message(message) => Cow::Owned(message.text(language)),
        Argument::Number(number) => {
            let options = FluentNumberOptions {
                // A whole number has none, as the numbers have by which a text chooses: `[0]` stands for 0.
                maximum_fraction_digits: (number.fraction_digits > 0)
                    .then_some(number.fraction_digits),
                ..FluentNumberOptions::default()
            };
            return FluentValue::Number(FluentNumber::new(number.value, options));
        }
    };
    FluentValue::String(match text.contains('<') {
        true => Cow::Owned(text.replace('<', LESS_THAN)),
        false => text,
    })
}

type Memoizer = intl_memoizer::concurrent::IntlLangMemoizer;

/// A bundle takes a function without values of its own: one for each language.
const FORMATTERS: [fn(&FluentValue, &Memoizer) -> Option<String>; 5] = [
    |value, _| formatted(value, Language::English),
    |value, _| formatted(value, Language::Chinese),
    |value, _| formatted(value, Language::Spanish),
    |value, _| formatted(value, Language::Indonesian),
    |value, _| formatted(value, Language::English),
];

fn formatted(value: &FluentValue, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let of = Number {
        value: number.value,
        fraction_digits: number.options.maximum_fraction_digits.unwrap_or(0),
    };
    if !number.options.use_grouping {
        return Some(format!("{:.*}", of.fraction_digits, of.value));
    }
    Some(number::write_number(of, language))
}

/// English with other letters, between brackets.
pub(crate) fn pseudo(text: &str) -> Cow<'_, str> {
    fluent_pseudo::transform_dom(text, false, true, true)
}
