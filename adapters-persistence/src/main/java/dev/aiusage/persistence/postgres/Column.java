package dev.aiusage.persistence.postgres;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A column and what a row puts into it. Many rows travel as one array for each column, for {@code unnest}. */
record Column<R, T>(Field<T> field, Function<R, @Nullable T> value) {

    static <R> QueryPart names(List<Column<R, ?>> columns) {
        return DSL.list(
                columns.stream().map(column -> DSL.name(column.field.getName())).toList());
    }

    static <R> QueryPart arrays(List<Column<R, ?>> columns, List<R> rows) {
        return DSL.list(columns.stream().map(column -> column.array(rows)).toList());
    }

    /** An assignment of each column to what a conflicting insert brought. */
    static <R> QueryPart excluded(List<Column<R, ?>> columns) {
        return DSL.list(columns.stream()
                .map(column -> DSL.sql("{0} = excluded.{0}", DSL.name(column.field.getName())))
                .toList());
    }

    Field<T[]> array(List<R> rows) {
        var type = field.getDataType();
        @SuppressWarnings("unchecked")
        var values = (T[]) Array.newInstance(type.getType(), rows.size());
        for (var i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return isConstant(values) ? filled(values) : DSL.val(values, type.array());
    }

    /** What is the same in all rows (most measures of an event are unknown) need not be written and parsed for each. */
    private Field<T[]> filled(T[] values) {
        var type = field.getDataType();
        return DSL.field(
                "array_fill({0}, array[{1}])", type.array(), DSL.val(values[0], type), DSL.inline(values.length));
    }

    private static <T> boolean isConstant(T[] values) {
        return values.length > 1 && Arrays.stream(values).allMatch(value -> Objects.equals(value, values[0]));
    }
}
