class CreateThings < ActiveRecord::Migration[6.1]; def change; create_table :things; end; end
