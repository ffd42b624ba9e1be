package dev.aiusage.persistence.postgres;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Named;

/** The columns of measures as pieces of SQL text, always in the same order. */
final class MeasureSql {

    static final String COLUMNS = names().collect(Collectors.joining(", "));

    /** In an upsert: take what the insert brought. */
    static final String ASSIGNMENTS =
            names().map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));

    private static final String OFFERED =
            "case when rejections is null then suggestions::numeric else acceptances::numeric + rejections end";

    /** As the domain reckons it: by decisions where rejections are counted, else by suggestions; null where nothing was offered. */
    static final String ACCEPTANCE_RATE = """
            case when acceptances is not null and %1$s > 0
              then least(1, acceptances::double precision / (%1$s)::double precision) end\
            """.formatted(OFFERED);

    /** The rate of a day that somebody gave without counts: what stands there and does not follow from them. */
    static final String STATED_RATE =
            "case when coalesce(suggestions, acceptances, rejections) is null then acceptance_rate end";

    /** Grouping sets a bit for each label that a row is summed over: 7 is a whole day, the others leave one label. */
    static final String GROUPED_DIMENSION =
            "case grouping(model, project, language) when 3 then 'model' when 5 then 'project' when 6 then 'language' end";

    private MeasureSql() {}

    static String columnsBut(String left) {
        return names().filter(name -> !name.equals(left)).collect(Collectors.joining(", "));
    }

    /** Sums that pass over nulls; a basis stays if all agree, else it is mixed. */
    static String sums() {
        return Stream.concat(
                        MeasureColumns.counts().stream().map(MeasureSql::sum),
                        MeasureColumns.bases().stream().map(MeasureSql::common))
                .collect(Collectors.joining(", "));
    }

    /** In an upsert: whether the insert brought anything else than the row has. */
    static String differs(String row) {
        return "(" + names().map(name -> row + "." + name).collect(Collectors.joining(", "))
                + ") is distinct from ("
                + names().map(name -> "excluded." + name).collect(Collectors.joining(", ")) + ")";
    }

    private static String sum(Named column) {
        return "sum(" + column.getName() + ")::bigint as " + column.getName();
    }

    private static String common(Named column) {
        return "case when min(%1$s) = max(%1$s) then min(%1$s) when min(%1$s) is not null then 'mixed' end as %1$s"
                .formatted(column.getName());
    }

    private static Stream<String> names() {
        return Stream.concat(MeasureColumns.counts().stream(), MeasureColumns.bases().stream())
                .map(Named::getName);
    }
}
