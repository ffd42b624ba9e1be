package dev.aiusage.persistence.postgres;

import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;

/** The generated classes name the schema that they were generated from; the tables may stand in another. */
public final class SchemaMapping {

    private static final String GENERATED_SCHEMA = "public";

    private SchemaMapping() {}

    public static Settings to(String schema) {
        return new Settings()
                .withExecuteLogging(false)
                .withRenderMapping(new RenderMapping()
                        .withSchemata(
                                new MappedSchema().withInput(GENERATED_SCHEMA).withOutput(schema)));
    }
}
