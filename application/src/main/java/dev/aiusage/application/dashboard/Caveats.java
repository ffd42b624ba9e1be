package dev.aiusage.application.dashboard;

import java.util.List;

/** What a reader of numbers should know right now, beside what the numbers themselves tell. */
public interface Caveats {

    /** Where nothing ever qualifies the numbers. */
    Caveats NONE = List::of;

    List<DashboardWarning> now();
}
