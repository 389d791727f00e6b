-- What a robot says, as the provider tells it: shown where a robot is chosen. It stands in `raw` too, under one of several names, and the
-- whole of that would be read for each robot of every form. Filled when the details of a robot are asked for again.
alter table robots
    add column script text;
