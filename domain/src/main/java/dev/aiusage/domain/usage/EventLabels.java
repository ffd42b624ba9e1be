package dev.aiusage.domain.usage;

/** What an event belongs to; each may be {@link Label#NONE}. */
public record EventLabels(Label model, Label project, Label language) {

    public static final EventLabels NONE = new EventLabels(Label.NONE, Label.NONE, Label.NONE);

    public Label label(Dimension dimension) {
        return switch (dimension) {
            case MODEL -> model;
            case PROJECT -> project;
            case LANGUAGE -> language;
            case MEMBER -> Label.NONE;
        };
    }

    EventLabels withLanguage(Label changed) {
        return new EventLabels(model, project, changed);
    }
}
