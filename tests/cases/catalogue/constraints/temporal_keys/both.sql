CREATE EXTENSION btree_gist;
CREATE TABLE public.rooms (
    room int, during daterange, price numeric,
    CONSTRAINT rooms_key PRIMARY KEY (room, during WITHOUT OVERLAPS)
);
CREATE TABLE public.bookings (
    id int PRIMARY KEY, room int, during daterange,
    CONSTRAINT bookings_room FOREIGN KEY (room, PERIOD during)
        REFERENCES public.rooms (room, PERIOD during)
);
