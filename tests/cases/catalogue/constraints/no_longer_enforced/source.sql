CREATE TABLE public.orders (id int PRIMARY KEY, amount int, CONSTRAINT amount_positive CHECK (amount > 0));
CREATE TABLE public.items (id int PRIMARY KEY, order_id int,
    CONSTRAINT items_order FOREIGN KEY (order_id) REFERENCES public.orders (id));
