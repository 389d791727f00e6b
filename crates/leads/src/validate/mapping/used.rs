//! Which columns of a sheet are of use once its leads are sent.

use super::Mapping;

impl Mapping {
    /// The columns, from 0 and in their order, that fill a field or qualify a lead. Another draft with the same leads needs them: without the
    /// column that says who is not to be called it would call them.
    pub fn used_columns(&self, headers: usize) -> Vec<usize> {
        let qualifiers = self.qualifiers();
        let qualifies = |column: usize| {
            qualifiers.country == Some(column)
                || qualifiers.calling_code == Some(column)
                || qualifiers.holds.iter().any(|hold| hold.column == column)
        };
        (0..headers)
            .filter(|column| self.filled_by(*column).is_some() || qualifies(*column))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::columns::SheetHead;
    use super::*;
    use crate::country::Country;

    #[test]
    fn a_column_that_fills_a_field_or_says_who_is_not_called_is_used_and_no_other() {
        let headers = ["Name", "Mobile", "Address", "Do not call", "Debt"].map(str::to_owned);
        let first = [["Budi", "081234567890", "Jl. Sudirman 1", "", "12"].map(str::to_owned)];
        let rows = first.map(Vec::from);
        let sheet = SheetHead {
            headers: &headers,
            first: &rows,
            hidden: &[],
        };
        let country = Country::parse("ID").expect("a country");
        let mapping = Mapping::of_sheet(&sheet, &[], country, None);
        assert_eq!(mapping.used_columns(headers.len()), [0, 1, 3]);
        assert_eq!(
            mapping.used_columns(2),
            [0, 1],
            "no column that the sheet does not have"
        );
    }
}
